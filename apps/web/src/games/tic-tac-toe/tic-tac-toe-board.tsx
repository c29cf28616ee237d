import { type TicTacToeState, winningCells } from "@rejoin/rules/games/tic-tac-toe/tic-tac-toe";
import { texts } from "../../texts/texts";
import { anyBoard, type BoardProps } from "../board";
import { Grid, GridRow } from "../grid";
import { moveField } from "../move-field";
import { useGridKeys } from "../use-grid-keys";
import { Cell, type CellLook } from "./cell";

const LINE = [0, 1, 2];

function TicTacToeBoard(props: BoardProps<TicTacToeState>) {
  const { state, name, names, mySeat, playable, play } = props;
  const keys = useGridKeys(3, 3);
  const kindOf = (seat: number): "cross" | "nought" => (seat === state.players[0] ? "cross" : "nought");
  const looks = looksOf(props);
  return (
    <Grid
      aria-label={name}
      className="grid aspect-square w-full grid-rows-3 gap-[2.2%]"
      onKeyDown={keys.onKeyDown}
    >
      {LINE.map((row) => (
        <GridRow key={row} className="grid grid-cols-3 gap-[2.2%]">
          {LINE.map((column) => {
            const index = row * 3 + column;
            const holder = state.cells[index] ?? null;
            const look = looks(index);
            return (
              <Cell
                key={index}
                label={texts.games.cell(row + 1, column + 1, content(holder, look.pending))}
                mark={holder === null ? null : { kind: kindOf(holder), seat: holder }}
                ghost={mySeat === null ? null : { kind: kindOf(mySeat), seat: mySeat }}
                look={look}
                playable={playable && holder === null}
                onPlay={() => play({ cell: index })}
                keys={keys.cell(row, column)}
              />
            );
          })}
        </GridRow>
      ))}
    </Grid>
  );

  function content(holder: number | null, pending: boolean): string {
    if (holder === null) return texts.games.empty;
    const { crosses, noughts } = texts.games.ticTacToe;
    const piece = kindOf(holder) === "cross" ? crosses : noughts;
    const held = texts.games.held(piece, names[holder] ?? texts.games.somebody);
    return pending ? `${held}, ${texts.games.waits}` : held;
  }
}

function looksOf({ state, pending, last, missed }: BoardProps<TicTacToeState>): (cell: number) => CellLook {
  const line = winningCells(state);
  const missedCells = new Set(missed.map((move) => moveField(move, "cell")));
  return (cell) => ({
    pending: moveField(pending, "cell") === cell,
    last: moveField(last, "cell") === cell,
    missed: missedCells.has(cell),
    winning: line?.includes(cell) ?? false,
    beaten: line !== null && !line.includes(cell),
  });
}

export default anyBoard(TicTacToeBoard);
