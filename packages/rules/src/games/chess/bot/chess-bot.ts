import type { Strength } from "@rejoin/protocol";
import type { Bot } from "../../../game.js";
import { best, oneOf, shuffled } from "../../bot/chance.js";
import { afterThinking } from "../../bot/pace.js";
import { bestMove, type Reach, weigh } from "../../bot/search.js";
import { type ChessMove, type ChessState, colourOf, mover } from "../chess-state.js";
import { timeLeft } from "../clock.js";
import { legalMoves } from "../legal-moves.js";
import { type Colour, opposite, repetitionKey } from "../position.js";
import { Board } from "./board.js";
import { decode } from "./encoded-move.js";

/** How often an easy bot makes any move, without thinking. */
const CARELESS = 0.12;
/** How far off an easy bot may be in judging a move, in hundredths of a pawn. */
const MISJUDGES = 160;
/** Some four half-moves ahead and all captures after them, in well under fifty milliseconds. */
const FAR = { depth: 12, nodes: 12_000 };
/** A bot that is behind by so much takes a draw gladly, and a hard one only then. */
const BEHIND: Readonly<Record<Strength, number>> = { easy: 0, hard: -150 };
/** Of the time that it has left, a bot thinks no longer over a move than this part. */
const PART_OF_TIME = 1 / 40;

/** Hard looks about four half-moves ahead. Easy looks one ahead, misjudges, and now and then does not look at all. */
export const chessBot = chessBotThatSees(FAR);

/** @param reach how far it looks when it plays hard */
export function chessBotThatSees(reach: Reach): Bot<ChessState, ChessMove> {
  return {
    at(state, seat, _, since) {
      const colour = colourOf(state, seat);
      if (!colour || state.result) return null;
      if (state.offer === opposite(colour)) return afterThinking(since, seat, 1_000, 2_000);
      return mover(state) === colour ? moveAt(state, colour, seat, since) : null;
    },
    move(view, seat, strength, random) {
      const colour = colourOf(view, seat) ?? mover(view);
      if (view.offer === opposite(colour)) return { draw: answer(view, colour, strength) };
      const board = new Board(view.fen);
      return decode(strength === "hard" ? strongMove(view, board, reach, random) : weakMove(board, random));
    },
  };
}

function moveAt({ clocks }: ChessState, colour: Colour, seat: number, since: number): number {
  const at = afterThinking(since, seat, 700, 2_500);
  if (!clocks) return at;
  return Math.min(at, since + Math.floor(timeLeft(clocks, colour, since) * PART_OF_TIME));
}

function answer(view: ChessState, colour: Colour, strength: Strength): "accept" | "decline" {
  const board = new Board(view.fen);
  const value = mover(view) === colour ? board.value() : -board.value();
  return value < BEHIND[strength] ? "accept" : "decline";
}

function strongMove(view: ChessState, board: Board, reach: Reach, random: () => number): number {
  const moves = shuffled(board.legalMoves(), random);
  const fresh = board.value() > 0 ? withoutRepeating(view, moves) : moves;
  return bestMove(board, fresh, reach) ?? oneOf(moves, random);
}

/** Somebody who stands better does not go round in circles. */
function withoutRepeating({ fen, positions }: ChessState, moves: number[]): number[] {
  const repeats = legalMoves(fen).filter((legal) => positions.includes(repetitionKey(legal.fen)));
  const fresh = moves.filter((move) => {
    const { from, to } = decode(move);
    return !repeats.some((legal) => legal.from === from && legal.to === to);
  });
  return fresh.length > 0 ? fresh : moves;
}

function weakMove(board: Board, random: () => number): number {
  if (random() < CARELESS) return oneOf(board.legalMoves(), random);
  const judged = weigh(board, 1).map(({ move, value }) => ({
    move,
    value: value + (random() - 0.5) * 2 * MISJUDGES,
  }));
  return oneOf(
    best(judged, ({ value }) => value),
    random,
  ).move;
}
