import { type Position, WIN } from "../bot/search.js";
import { otherPlayer, type Pair } from "../pair.js";
import { LINES } from "./lines.js";
import type { TicTacToeState } from "./tic-tac-toe.js";

/** A board to try moves on. */
export class TicTacToePosition implements Position<number> {
  readonly #cells: (number | null)[];
  readonly #players: Pair;
  #next: number;
  readonly #played: number[] = [];

  constructor({ cells, players, next }: TicTacToeState) {
    this.#cells = [...cells];
    this.#players = players;
    this.#next = next;
  }

  get isOpen(): boolean {
    return this.ended() === null && this.moves().length > 0;
  }

  moves(): number[] {
    return this.#cells.flatMap((held, cell) => (held === null ? [cell] : []));
  }

  play(cell: number): boolean {
    this.#cells[cell] = this.#next;
    this.#played.push(cell);
    this.#next = otherPlayer(this.#players, this.#next);
    return true;
  }

  takeBack(): void {
    const cell = this.#played.pop();
    if (cell === undefined) return;
    this.#cells[cell] = null;
    this.#next = otherPlayer(this.#players, this.#next);
  }

  /** Only whoever moved last can have finished a line. */
  ended(): number | null {
    const last = otherPlayer(this.#players, this.#next);
    return LINES.some((line) => line.every((cell) => this.#cells[cell] === last)) ? -WIN : null;
  }

  stuck(): number {
    return 0;
  }

  value(): number {
    return 0;
  }
}
