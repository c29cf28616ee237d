import type { ReactNode } from "react";
import { useRoom } from "../../connection/room";
import { seatsToMove } from "../../connection/table-facts";
import { laterTexts } from "../../texts/later-texts";
import { classNames } from "../../ui/class-names";
import { FreeSeat } from "./free-seat";
import { shownSeats } from "./shown-seats";
import { TakenSeat } from "./taken-seat";

/**
 * The seats, around what is played: half of them before it, half of them after it. On a phone both halves stand above.
 * The order in which they are read is the order of the seats.
 */
export function SeatsAround({ children }: { children: ReactNode }) {
  const { state } = useRoom();
  const { seats, compact } = shownSeats(state);
  const half = Math.ceil(seats.length / 2);
  return (
    <div className="grid grid-cols-2 gap-x-3 gap-y-2 sm:gap-y-4 xl:grid-cols-[minmax(10rem,1fr)_minmax(0,var(--board-width))_minmax(10rem,1fr)] xl:items-center xl:gap-x-8">
      <SeatList seats={seats.slice(0, half)} side="left" compact={compact} />
      <SeatList seats={seats.slice(half)} side="right" compact={compact} />
      <div className="col-span-2 xl:col-span-1 xl:col-start-2 xl:row-start-1">{children}</div>
    </div>
  );
}

interface SeatListProps {
  seats: readonly number[];
  side: "left" | "right";
  compact: boolean;
}

function SeatList({ seats, side, compact }: SeatListProps) {
  const { state, me } = useRoom();
  const moving = seatsToMove(state);
  const [first = 0] = seats;
  if (seats.length === 0) return null;
  // Where many play, the board says who has done what: beside it on a phone, faces are enough.
  const faces = compact && state.phase.kind === "playing";
  return (
    <ul
      aria-label={laterTexts.table.seats.range(first + 1, (seats.at(-1) ?? first) + 1)}
      className={classNames(
        "seats",
        compact ? "content-start xl:content-center" : "content-center",
        faces ? "flex flex-wrap gap-1 sm:grid sm:grid-cols-2 sm:gap-3 xl:grid-cols-1" : "grid gap-3",
        compact && !faces && "sm:grid-cols-2 xl:grid-cols-1",
        side === "right" && "xl:col-start-3 xl:row-start-1",
        side === "right" && faces && "justify-end",
      )}
    >
      {seats.map((seat) => {
        const held = state.seats[seat];
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
                size={faces ? "face" : compact ? "small" : "large"}
              />
            ) : (
              <FreeSeat seat={seat} compact={compact} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
