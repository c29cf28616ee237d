import { COLUMNS, ROWS } from "@rejoin/rules/games/connect-four/connect-four";
import Clock from "lucide-react/icons/clock";
import type { CSSProperties } from "react";
import { classNames } from "../../ui/class-names";
import { SeatShape, seatStyle } from "../../ui/seat-look";
import "./connect-four.css";

interface DiscLook {
  pending: boolean;
  last: boolean;
  missed: boolean;
  winning: boolean;
  beaten: boolean;
}

interface PlaceProps {
  seat: number;
  column: number;
  /** From the bottom. */
  row: number;
}

/** A disc in its hole, with the shape of its seat pressed into it. */
export function Disc({ look, ...place }: PlaceProps & { look: DiscLook }) {
  const fresh = look.last || look.pending;
  return (
    <div style={placeStyle(place)} className={classNames("absolute p-[0.9%]", fresh && "animate-drop")}>
      <div
        className={classNames(
          "disc grid size-full place-items-center rounded-full",
          look.pending && "opacity-50",
          look.beaten && "opacity-35",
          look.winning && "disc-winning",
          look.last && !look.winning && "disc-last",
          look.missed && "disc-missed",
        )}
      >
        {look.pending ? (
          <Clock aria-hidden className="size-[38%] text-on-ink" />
        ) : (
          <span className="disc-shape grid size-[42%] place-items-center">
            <SeatShape seat={place.seat} size={64} className="size-full" />
          </span>
        )}
      </div>
    </div>
  );
}

/** Where your disc would come to lie. */
export function GhostDisc(place: PlaceProps) {
  return (
    <div style={placeStyle(place)} className="absolute p-[0.9%]">
      <div className="disc size-full rounded-full opacity-30" />
    </div>
  );
}

function placeStyle({ seat, column, row }: PlaceProps): CSSProperties {
  return {
    ...seatStyle(seat),
    width: `${100 / COLUMNS}%`,
    height: `${100 / ROWS}%`,
    left: `${(column * 100) / COLUMNS}%`,
    bottom: `${(row * 100) / ROWS}%`,
    "--fall": ROWS - row,
  } as CSSProperties;
}
