import type { Bot } from "../../game.js";
import { best, oneOf } from "../bot/chance.js";
import { afterThinking } from "../bot/pace.js";
import { bestMove, weigh } from "../bot/search.js";
import type { ConnectFourMove, ConnectFourState } from "./connect-four.js";
import { ConnectFourPosition } from "./connect-four-position.js";

/** How often an easy bot drops a disc anywhere, without thinking. */
const CARELESS = 0.2;
/** An easy bot sees four in a line for itself or for the other, and no further. */
const EASY_DEPTH = 2;
/** Seven or eight discs ahead in the middle of a game, in about ten milliseconds. */
const FAR = { depth: 12, nodes: 20_000 };

/** Hard looks some discs ahead. Easy takes and blocks a four, when it looks. */
export const connectFourBot: Bot<ConnectFourState, ConnectFourMove> = {
  at: (state, seat, _, since) => (isToMove(state, seat) ? afterThinking(since, seat, 700, 1_800) : null),
  move(view, _, strength, random) {
    const position = new ConnectFourPosition(view);
    const open = position.moves();
    if (strength === "hard") return { column: bestMove(position, open, FAR) ?? oneOf(open, random) };
    if (random() < CARELESS) return { column: oneOf(open, random) };
    return {
      column: oneOf(
        best(weigh(position, EASY_DEPTH), ({ value }) => value),
        random,
      ).move,
    };
  },
};

function isToMove(state: ConnectFourState, seat: number): boolean {
  return state.withdrawn === null && state.next === seat && new ConnectFourPosition(state).isOpen;
}
