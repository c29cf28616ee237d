import { checkedKing } from "@rejoin/rules/games/chess/board-view";
import type { ChessState } from "@rejoin/rules/games/chess/chess-state";
import { type Colour, colourToMove, opposite, piecesOf, SQUARES } from "@rejoin/rules/games/chess/position";
import type { KeyboardEvent } from "react";
import { seatStyle } from "../../ui/seat-look";
import type { BoardProps } from "../board";
import { Grid, GridRow } from "../grid";
import { moveText } from "../move-field";
import { useGridKeys } from "../use-grid-keys";
import { Square } from "./square";
import type { Choice } from "./use-choice";
import { useDrag } from "./use-drag";

const LINE = [0, 1, 2, 3, 4, 5, 6, 7];

interface SquaresProps extends BoardProps<ChessState> {
  /** Whose side is at the bottom. */
  near: Colour;
  choice: Choice;
}

export function Squares({ near, choice, ...props }: SquaresProps) {
  const { state, name, pending, missed, playable } = props;
  const keys = useGridKeys(8, 8, [7, 4]);
  const drag = useDrag(choice);
  const pieces = piecesOf(state.fen);
  const { last } = state;
  const isPending = moveText(pending, "from") !== null;
  const missedSquares = new Set(missed.map((move) => moveText(move, "to")));
  const checked = checkedKing(state);
  const lastMover = state.seats[opposite(colourToMove(state.fen))];
  return (
    <Grid
      aria-label={name}
      style={seatStyle(lastMover)}
      className="chess-board relative grid aspect-square w-full grid-rows-8 overflow-hidden rounded-lg text-[clamp(0.5rem,2.1cqi,0.85rem)]"
      onKeyDown={(event: KeyboardEvent<HTMLElement>) => {
        if (event.key === "Escape" && choice.from) choice.putBack();
        else keys.onKeyDown(event);
      }}
      onPointerDown={drag.onPointerDown}
    >
      {LINE.map((row) => (
        <GridRow key={row} className="grid grid-cols-8">
          {LINE.map((column) => {
            const index = near === "white" ? row * 8 + column : 63 - (row * 8 + column);
            const square = SQUARES[index] ?? "";
            const piece = pieces[index] ?? null;
            return (
              <Square
                key={square}
                square={square}
                piece={piece}
                shade={(row + column) % 2 === 0 ? "light" : "dark"}
                rank={column === 0 ? square[1] : undefined}
                file={row === 7 ? square[0] : undefined}
                look={{
                  chosen: choice.from === square,
                  target: choice.targets.find(({ to }) => to === square) ?? null,
                  last: last !== null && (last.from === square || last.to === square),
                  pending: isPending && last?.to === square,
                  missed: missedSquares.has(square),
                  check: checked === square,
                }}
                slide={last?.to === square && drag.dropped !== square ? slideOf(last, near) : null}
                liftable={choice.canLift(square)}
                pressable={playable}
                onPress={() => choice.press(square)}
                keys={keys.cell(row, column)}
              />
            );
          })}
        </GridRow>
      ))}
    </Grid>
  );
}

/** Where the piece that moved came from, in squares, as this side sees it. */
function slideOf(
  { from, to }: { from: string; to: string },
  near: Colour,
): { columns: number; rows: number } {
  const [start, end] = [SQUARES.indexOf(from), SQUARES.indexOf(to)];
  const sign = near === "white" ? 1 : -1;
  return {
    columns: sign * ((start % 8) - (end % 8)),
    rows: sign * (Math.floor(start / 8) - Math.floor(end / 8)),
  };
}
