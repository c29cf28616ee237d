import { refuse } from "@rejoin/protocol";
import * as z from "zod/mini";
import type { Game } from "../../game.js";
import { TIC_TAC_TOE } from "../catalogue.js";
import { firstPlayer, otherPlayer, type Pair, pairOf } from "../pair.js";
import { LINES } from "./lines.js";
import { ticTacToeBot } from "./tic-tac-toe-bot.js";

/** Cells 0 to 8, row by row from the top left; each holds the seat that marked it, or null. */
export interface TicTacToeState {
  cells: readonly (number | null)[];
  /** The two seats that play; the first one plays crosses. */
  players: Pair;
  next: number;
  withdrawn: number | null;
}
const move = z.strictObject({ cell: z.int().check(z.gte(0), z.lte(8)) });
export type TicTacToeMove = z.infer<typeof move>;
export type TicTacToeEvent = { cell: number };
export type TicTacToeSetup = { players: Pair; first: number };

/** The three cells of a finished line, for the board to strike through, or null. */
export function winningCells(state: TicTacToeState): readonly number[] | null {
  return (
    LINES.find(
      ([a, b, c]) =>
        hold(state, a) !== null && hold(state, a) === hold(state, b) && hold(state, a) === hold(state, c),
    ) ?? null
  );
}

export const ticTacToe: Game<
  TicTacToeState,
  TicTacToeMove,
  TicTacToeEvent,
  TicTacToeSetup,
  Record<string, never>
> = {
  ...TIC_TAC_TOE,
  options: z.strictObject({}),
  move,
  setup: ({ seats, round }) => ({ players: pairOf(seats), first: firstPlayer(seats, round) }),
  start: ({ players, first }) => ({ cells: Array(9).fill(null), players, next: first, withdrawn: null }),
  decide(state, { cell }, { seat }) {
    if (seat !== state.next) return { ok: false, refusal: refuse("not-your-turn", "It is not your turn.") };
    if (hold(state, cell) !== null)
      return { ok: false, refusal: refuse("illegal-move", "That cell is taken.") };
    return { ok: true, event: { cell } };
  },
  evolve: (state, { cell }, { seat }) => ({
    ...state,
    cells: state.cells.map((held, index) => (index === cell ? seat : held)),
    next: otherPlayer(state.players, state.next),
  }),
  withdraw: (state, seat) => ({ ...state, withdrawn: seat }),
  view: (event) => event,
  viewState: (state) => state,
  due: () => null,
  turn: (state) => (ticTacToe.outcome(state) ? [] : [state.next]),
  outcome(state) {
    if (state.withdrawn !== null)
      return { kind: "won", seats: [otherPlayer(state.players, state.withdrawn)] };
    const line = winningCells(state);
    if (line) return { kind: "won", seats: [hold(state, line[0] ?? 0) ?? 0] };
    return state.cells.every((held) => held !== null) ? { kind: "drawn" } : null;
  },
  bot: ticTacToeBot,
};

function hold(state: TicTacToeState, cell: number): number | null {
  return state.cells[cell] ?? null;
}
