import type { ReactNode } from "react";
import { useRoom } from "../../connection/room";
import { seatsToMove } from "../../connection/table-facts";
import { texts } from "../../texts/texts";
import { FreeSeat } from "./free-seat";
import { TakenSeat } from "./taken-seat";

/**
 * The seats, around what is played: half of them before it, half of them after it. On a phone both halves stand above.
 * The order in which they are read is the order of the seats.
 */
export function SeatsAround({ children }: { children: ReactNode }) {
  const { state } = useRoom();
  const half = Math.ceil(state.seats.length / 2);
  return (
    <div className="grid grid-cols-2 gap-x-3 gap-y-4 xl:grid-cols-[minmax(10rem,1fr)_minmax(0,var(--board-width))_minmax(10rem,1fr)] xl:items-center xl:gap-x-8">
      <SeatList from={0} to={half} side="left" />
      <SeatList from={half} to={state.seats.length} side="right" />
      <div className="col-span-2 xl:col-span-1 xl:col-start-2 xl:row-start-1">{children}</div>
    </div>
  );
}

interface SeatListProps {
  from: number;
  to: number;
  side: "left" | "right";
}

function SeatList({ from, to, side }: SeatListProps) {
  const { state, me } = useRoom();
  const moving = seatsToMove(state);
  return (
    <ul
      aria-label={texts.room.seats.range(from + 1, to)}
      className={
        side === "left"
          ? "grid content-center gap-3"
          : "grid content-center gap-3 xl:col-start-3 xl:row-start-1"
      }
    >
      {state.seats.slice(from, to).map((held, index) => {
        const seat = from + index;
        return (
          <li key={`${seat} ${held?.player ?? ""}`} className="min-w-0">
            {held ? (
              <TakenSeat
                seat={seat}
                held={held}
                toMove={moving.includes(seat)}
                host={state.host.id === held.player}
                you={me.id === held.player}
                gathering={state.phase.kind === "gathering"}
              />
            ) : (
              <FreeSeat seat={seat} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
