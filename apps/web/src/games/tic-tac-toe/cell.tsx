import Clock from "lucide-react/icons/clock";
import type { ComponentProps } from "react";
import { classNames } from "../../ui/class-names";
import { seatStyle } from "../../ui/seat-look";
import { GridCell } from "../grid";
import { Mark } from "./mark";

interface Piece {
  kind: "cross" | "nought";
  seat: number;
}

export interface CellLook {
  pending: boolean;
  last: boolean;
  missed: boolean;
  winning: boolean;
  beaten: boolean;
}

interface CellProps {
  label: string;
  mark: Piece | null;
  /** What would stand here if you played it. */
  ghost: Piece | null;
  look: CellLook;
  playable: boolean;
  onPlay: () => void;
  keys: Partial<ComponentProps<"button">>;
}

/** A tile of paper. It stays focusable when it cannot be played, so that the board can be explored. */
export function Cell({ label, mark, ghost, look, playable, onPlay, keys }: CellProps) {
  return (
    <GridCell>
      <button
        type="button"
        aria-label={label}
        aria-disabled={!playable}
        onClick={playable ? onPlay : undefined}
        style={mark ? seatStyle(mark.seat) : undefined}
        className={classNames(
          "group relative grid min-h-11 place-items-center rounded-[16%] transition-[translate,background-color,box-shadow] duration-200",
          playable && "bg-raised shadow-lift hover:-translate-y-0.5 active:translate-y-px",
          !playable && !mark && "bg-sunk",
          !playable && mark && !look.winning && "bg-raised",
          look.winning && "bg-[color-mix(in_oklab,var(--seat)_26%,var(--color-raised))]",
          look.last && !look.winning && "ring-2 ring-(--seat) ring-inset",
          look.missed && "animate-glow ring-3 ring-missed-mark",
        )}
        {...keys}
      >
        {mark && (
          <span
            className={classNames(
              "absolute inset-[8%]",
              look.pending && "opacity-45",
              look.beaten && "opacity-40",
            )}
          >
            <Mark {...mark} fresh={look.last || look.pending} />
          </span>
        )}
        {playable && ghost && (
          <span className="absolute inset-[8%] opacity-0 transition-opacity group-hover:opacity-20 group-focus-visible:opacity-20">
            <Mark {...ghost} />
          </span>
        )}
        {look.pending && <Clock aria-hidden size={18} className="absolute top-[10%] right-[10%] text-soft" />}
      </button>
    </GridCell>
  );
}
