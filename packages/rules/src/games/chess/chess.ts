import type { Game } from "../../game.js";
import { CHESS } from "../catalogue.js";
import { firstPlayer, otherPlayer, pairOf } from "../pair.js";
import { chessBot } from "./bot/chess-bot.js";
import {
  type ChessEvent,
  type ChessMove,
  type ChessOptions,
  type ChessSetup,
  type ChessState,
  chessMove,
  chessOptions,
  mover,
} from "./chess-state.js";
import { flagFallsAt, startClocks } from "./clock.js";
import { decideChess } from "./decide.js";
import { evolveChess, resign } from "./evolve.js";
import { FIRST_POSITION, repetitionKey } from "./position.js";

/** Chess by the FIDE Laws, with a clock or without. White alternates from game to game. */
export const chess: Game<ChessState, ChessMove, ChessEvent, ChessSetup, ChessOptions> = {
  ...CHESS,
  options: chessOptions,
  move: chessMove,
  setup({ seats, round, options: { minutes, increment }, now }) {
    const white = firstPlayer(seats, round);
    const clock = { time: minutes * 60_000, increment: increment * 1_000, at: now };
    return { white, black: otherPlayer(pairOf(seats), white), clock: minutes === 0 ? null : clock };
  },
  start: ({ white, black, clock }) => ({
    seats: { white, black },
    fen: FIRST_POSITION,
    clocks: clock && startClocks(clock.time, clock.increment, clock.at),
    positions: [repetitionKey(FIRST_POSITION)],
    last: null,
    taken: { white: [], black: [] },
    offer: null,
    offeredAfter: { white: null, black: null },
    result: null,
  }),
  decide: decideChess,
  evolve: evolveChess,
  withdraw: resign,
  view: (event) => event,
  viewState: (state) => state,
  due: ({ clocks, result }) => (clocks && !result ? { at: flagFallsAt(clocks), move: { flag: true } } : null),
  turn: (state) => (state.result ? [] : [state.seats[mover(state)]]),
  outcome({ result, seats }) {
    if (!result) return null;
    return result.winner ? { kind: "won", seats: [seats[result.winner]] } : { kind: "drawn" };
  },
  bot: chessBot,
};
