import type { Bot } from "../../game.js";
import { best, oneOf, shuffled } from "../bot/chance.js";
import { afterThinking } from "../bot/pace.js";
import { bestMove, weigh } from "../bot/search.js";
import type { TicTacToeMove, TicTacToeState } from "./tic-tac-toe.js";
import { TicTacToePosition } from "./tic-tac-toe-position.js";

/** How often an easy bot marks any cell, without thinking. */
const CARELESS = 0.35;
/** An easy bot sees a line that it or the other can finish, and no further. */
const EASY_DEPTH = 2;
/** Enough to see every game to its end. */
const EVERYTHING = { depth: 9, nodes: 1_000_000 };

/** Hard never loses. Easy sees what is in front of it, when it looks. */
export const ticTacToeBot: Bot<TicTacToeState, TicTacToeMove> = {
  at: (state, seat, _, since) => (isToMove(state, seat) ? afterThinking(since, seat, 700, 1_600) : null),
  move(view, _, strength, random) {
    const position = new TicTacToePosition(view);
    const free = shuffled(position.moves(), random);
    // Every first cell leads to a draw between two who play well, so there is nothing to find out.
    if (free.length === 9 || (strength === "easy" && random() < CARELESS))
      return { cell: oneOf(free, random) };
    if (strength === "hard") return { cell: bestMove(position, free, EVERYTHING) ?? oneOf(free, random) };
    return {
      cell: oneOf(
        best(weigh(position, EASY_DEPTH), ({ value }) => value),
        random,
      ).move,
    };
  },
};

function isToMove(state: TicTacToeState, seat: number): boolean {
  return state.withdrawn === null && state.next === seat && new TicTacToePosition(state).isOpen;
}
