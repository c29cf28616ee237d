import { type Position, WIN } from "../bot/search.js";
import type { ConnectFourState } from "./connect-four.js";
import { COLUMNS, ROWS } from "./size.js";

// One cell wider and higher than the board, so that a walk off its edge meets an empty cell and stops.
const WIDTH = COLUMNS + 1;
const SIZE = WIDTH * (ROWS + 1);
const STEPS = [1, WIDTH, WIDTH + 1, WIDTH - 1];
/** The middle first: more lines go through it. */
const ORDER = Array.from({ length: COLUMNS }, (_, column) => column).sort(
  (one, other) => Math.abs(one - (COLUMNS - 1) / 2) - Math.abs(other - (COLUMNS - 1) / 2),
);
/** Every line of four cells that fits on the board. */
const LINES = Array.from({ length: COLUMNS * ROWS }, (_, index) =>
  cellAt(index % COLUMNS, Math.floor(index / COLUMNS)),
)
  .flatMap((cell) => STEPS.map((step) => [0, 1, 2, 3].map((count) => cell + count * step)))
  .filter((line) => line.every(isOnBoard));
/** What a line is worth in which somebody has so many discs and nobody else has any. */
const WORTH = [0, 1, 6, 30, 0];

/** A board to try moves on. Discs are 1 for whoever is to move at first and -1 for the other. */
export class ConnectFourPosition implements Position<number> {
  readonly #cells = new Int8Array(SIZE);
  readonly #heights: number[];
  readonly #played: number[] = [];
  #last: number | null;
  #mover = 1;

  constructor({ columns, next, last }: ConnectFourState) {
    columns.forEach((discs, column) => {
      discs.forEach((seat, row) => {
        this.#cells[cellAt(column, row)] = seat === next ? 1 : -1;
      });
    });
    this.#heights = columns.map(({ length }) => length);
    this.#last = last && cellAt(...last);
  }

  get isOpen(): boolean {
    return this.ended() === null && this.moves().length > 0;
  }

  moves(): number[] {
    return ORDER.filter((column) => (this.#heights[column] ?? ROWS) < ROWS);
  }

  play(column: number): boolean {
    const row = this.#heights[column] ?? ROWS;
    this.#last = cellAt(column, row);
    this.#cells[this.#last] = this.#mover;
    this.#heights[column] = row + 1;
    this.#played.push(column);
    this.#mover = -this.#mover;
    return true;
  }

  takeBack(): void {
    const column = this.#played.pop();
    if (column === undefined) return;
    const row = (this.#heights[column] ?? 1) - 1;
    this.#heights[column] = row;
    this.#cells[cellAt(column, row)] = 0;
    this.#mover = -this.#mover;
    this.#last = null;
  }

  /** Only the last disc can have finished a line. */
  ended(): number | null {
    const last = this.#last;
    return last !== null && STEPS.some((step) => this.#run(last, step) + this.#run(last, -step) >= 3)
      ? -WIN
      : null;
  }

  stuck(): number {
    return 0;
  }

  value(): number {
    let value = 0;
    for (const line of LINES) {
      let mine = 0;
      let others = 0;
      for (const cell of line) {
        const disc = this.#cells[cell];
        if (disc === this.#mover) mine++;
        else if (disc) others++;
      }
      if (others === 0) value += WORTH[mine] ?? 0;
      else if (mine === 0) value -= WORTH[others] ?? 0;
    }
    return value;
  }

  #run(from: number, step: number): number {
    const disc = this.#cells[from];
    let length = 0;
    for (let cell = from + step; this.#cells[cell] === disc; cell += step) length++;
    return length;
  }
}

function cellAt(column: number, row: number): number {
  return column + row * WIDTH;
}

function isOnBoard(cell: number): boolean {
  return cell >= 0 && cell % WIDTH < COLUMNS && cell < WIDTH * ROWS;
}
