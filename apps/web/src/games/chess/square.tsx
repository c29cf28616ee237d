import type { Target } from "@rejoin/rules/games/chess/board-view";
import type { Piece } from "@rejoin/rules/games/chess/position";
import Clock from "lucide-react/icons/clock";
import type { ComponentProps, CSSProperties } from "react";
import { laterTexts } from "../../texts/later-texts";
import { texts } from "../../texts/texts";
import { classNames } from "../../ui/class-names";
import { GridCell } from "../grid";
import { PiecePicture } from "./piece";

export interface SquareLook {
  chosen: boolean;
  /** The chosen piece may go here. */
  target: Target | null;
  last: boolean;
  pending: boolean;
  missed: boolean;
  check: boolean;
}

interface SquareProps {
  /** Its name, such as e4. */
  square: string;
  piece: Piece | null;
  shade: "light" | "dark";
  /** The coordinates that are written into it, where it lies at an edge. */
  rank: string | undefined;
  file: string | undefined;
  look: SquareLook;
  slide: { columns: number; rows: number } | null;
  liftable: boolean;
  pressable: boolean;
  onPress: () => void;
  keys: Partial<ComponentProps<"button">>;
}

/** It stays focusable when nothing can be done with it, so that the board can be explored. */
export function Square({ square, piece, shade, rank, file, look, slide, ...props }: SquareProps) {
  const { liftable, pressable, onPress, keys } = props;
  return (
    <GridCell>
      <button
        type="button"
        aria-label={labelOf(square, piece, look)}
        aria-disabled={!pressable}
        onClick={pressable ? onPress : undefined}
        data-square={square}
        data-shade={shade}
        data-last={look.last || undefined}
        data-chosen={look.chosen || undefined}
        data-missed={look.missed || undefined}
        data-check={look.check || undefined}
        data-takes={look.target?.captures || undefined}
        className={classNames(
          "chess-square relative min-w-0",
          look.target && "chess-target",
          liftable && "cursor-grab touch-none",
        )}
        {...keys}
      >
        {rank && <Coordinate className="top-[0.2em] left-[0.35em]">{rank}</Coordinate>}
        {file && <Coordinate className="right-[0.4em] bottom-[0.2em]">{file}</Coordinate>}
        {piece && (
          <span
            key={slide ? "moved" : "still"}
            data-piece
            style={
              slide ? ({ "--columns": slide.columns, "--rows": slide.rows } as CSSProperties) : undefined
            }
            className={classNames(
              "pointer-events-none absolute inset-0 z-1 grid place-items-center",
              slide && "chess-slide",
              look.pending && "opacity-55",
            )}
          >
            <PiecePicture {...piece} className="size-[94%]" />
          </span>
        )}
        {look.pending && (
          <Clock aria-hidden className="absolute top-[6%] right-[6%] z-2 size-[26%] text-[#161e40]" />
        )}
      </button>
    </GridCell>
  );
}

function Coordinate({ className, children }: { className: string; children: string }) {
  return (
    <span
      aria-hidden
      className={classNames("pointer-events-none absolute leading-none font-bold", className)}
    >
      {children}
    </span>
  );
}

function labelOf(square: string, piece: Piece | null, look: SquareLook): string {
  const t = laterTexts.chess;
  const what = piece ? t.on(t.piece(piece.colour, piece.kind), square) : t.empty(square);
  const marks = [
    look.chosen && t.selected,
    look.target && (look.target.captures ? t.takes : t.target),
    look.check && t.check,
    look.pending ? texts.games.waits : look.last && t.last,
  ];
  return [what, ...marks.filter((mark) => mark)].join(", ");
}
