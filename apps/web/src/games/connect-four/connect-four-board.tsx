import {
  COLUMNS,
  type ConnectFourState,
  ROWS,
  winningPlaces,
} from "@rejoin/rules/games/connect-four/connect-four";
import { useState } from "react";
import { texts } from "../../texts/texts";
import { anyBoard, type BoardProps } from "../board";
import { Grid, GridCell, GridRow } from "../grid";
import { moveField } from "../move-field";
import { useGridKeys } from "../use-grid-keys";
import { Disc, GhostDisc } from "./disc";

const ROW_NUMBERS = Array.from({ length: ROWS }, (_, row) => row);
const COLUMN_NUMBERS = Array.from({ length: COLUMNS }, (_, column) => column);

/** Discs lie behind a plate with holes; the buttons lie in front of both, one a hole, and each drops into its column. */
function ConnectFourBoard(props: BoardProps<ConnectFourState>) {
  const { state, name, mySeat, playable } = props;
  const [aim, setAim] = useState<number | null>(null);
  const landing = aim === null ? ROWS : (state.columns[aim]?.length ?? ROWS);
  const showGhost = playable && mySeat !== null && aim !== null && landing < ROWS;
  return (
    <div className="rounded-[4.5%] bg-board-edge p-[1.8%] shadow-lift">
      <div className="relative aspect-7/6 overflow-hidden rounded-[3%] bg-well">
        <Discs {...props} />
        {showGhost && <GhostDisc seat={mySeat} column={aim} row={landing} />}
        <div className="plate pointer-events-none absolute inset-0 bg-board" />
        <Holes {...props} name={name} aim={setAim} />
      </div>
    </div>
  );
}

function Discs({ state, pending, last, missed }: BoardProps<ConnectFourState>) {
  const line = winningPlaces(state);
  const fresh = tops(state, missed);
  const lastColumn = moveField(last, "column") ?? state.last?.[0];
  const pendingColumn = moveField(pending, "column");
  return state.columns.flatMap((discs, column) =>
    discs.map((seat, row) => {
      const top = row === discs.length - 1;
      return (
        <Disc
          // biome-ignore lint/suspicious/noArrayIndexKey: a place is its column and row
          key={`${column}-${row}`}
          seat={seat}
          column={column}
          row={row}
          look={{
            pending: top && pendingColumn === column,
            last: pendingColumn === null && top && lastColumn === column,
            missed: fresh(column, row),
            winning: line?.some(([c, r]) => c === column && r === row) ?? false,
            beaten: line !== null && !line.some(([c, r]) => c === column && r === row),
          }}
        />
      );
    }),
  );
}

/** Missed moves name columns only: each is one of the topmost discs of its column. */
function tops(
  state: ConnectFourState,
  missed: BoardProps["missed"],
): (column: number, row: number) => boolean {
  const counts = COLUMN_NUMBERS.map(
    (column) => missed.filter((move) => moveField(move, "column") === column).length,
  );
  return (column, row) => row >= (state.columns[column]?.length ?? 0) - (counts[column] ?? 0);
}

interface HolesProps extends BoardProps<ConnectFourState> {
  aim: (column: number | null) => void;
}

function Holes({ state, name, names, playable, play, pending, aim }: HolesProps) {
  const keys = useGridKeys(ROWS, COLUMNS);
  return (
    <Grid
      aria-label={name}
      className="absolute inset-0 grid grid-rows-6"
      onKeyDown={keys.onKeyDown}
      onPointerLeave={() => aim(null)}
      onBlur={() => aim(null)}
    >
      {ROW_NUMBERS.map((line) => (
        <GridRow key={line} className="grid grid-cols-7">
          {COLUMN_NUMBERS.map((column) => {
            const row = ROWS - 1 - line;
            const free = playable && (state.columns[column]?.length ?? ROWS) < ROWS;
            const cell = keys.cell(line, column);
            return (
              <GridCell key={column}>
                <button
                  type="button"
                  aria-label={texts.games.cell(line + 1, column + 1, content(column, row))}
                  aria-disabled={!free}
                  onClick={free ? () => play({ column }) : undefined}
                  onPointerEnter={(event) => event.pointerType === "mouse" && aim(column)}
                  className="rounded-full focus-visible:outline-[#fffaf0] focus-visible:-outline-offset-4"
                  {...cell}
                  onFocus={() => {
                    cell.onFocus();
                    aim(column);
                  }}
                />
              </GridCell>
            );
          })}
        </GridRow>
      ))}
    </Grid>
  );

  function content(column: number, row: number): string {
    const seat = state.columns[column]?.[row];
    if (seat === undefined) return texts.games.empty;
    const held = texts.games.held(
      texts.games.connectFour.disc(seat + 1),
      names[seat] ?? texts.games.somebody,
    );
    const top = row === (state.columns[column]?.length ?? 0) - 1;
    return top && moveField(pending, "column") === column ? `${held}, ${texts.games.waits}` : held;
  }
}

export default anyBoard(ConnectFourBoard);
