import { type RefusalCode, refuse } from "@rejoin/protocol";
import type { GameDecision, MoveContext } from "../../game.js";
import {
  type ChessEvent,
  type ChessMove,
  type ChessState,
  colourOf,
  mover,
  type PieceMoved,
} from "./chess-state.js";
import { flagFallsAt } from "./clock.js";
import { endingOf, type LegalMove, legalMoves } from "./legal-moves.js";
import { canCheckmate } from "./material.js";
import {
  type Colour,
  movesMade,
  movesSinceProgress,
  opposite,
  piecesOf,
  repetitionKey,
  SQUARES,
} from "./position.js";

type Decision = GameDecision<ChessEvent>;
type PieceMove = Extract<ChessMove, { from: string }>;

export function decideChess(state: ChessState, move: ChessMove, { seat, now }: MoveContext): Decision {
  if (state.result) return refused("wrong-phase", "The game is over.");
  if ("flag" in move) return decideFlag(state, seat, now);
  const colour = colourOf(state, seat);
  if (!colour) return refused("not-your-turn", "You are not in this game.");
  if (isOutOfTime(state, now)) return refused("illegal-move", "The time is up.");
  return "draw" in move ? decideDraw(state, move.draw, colour) : decideMove(state, move, colour);
}

function decideFlag(state: ChessState, seat: number | null, now: number): Decision {
  if (seat !== null || !isOutOfTime(state, now)) return refused("illegal-move", "No flag has fallen.");
  const colour = mover(state);
  const other = opposite(colour);
  const event = { flag: colour, winner: canCheckmate(state.fen, other) ? other : null };
  return { ok: true, event };
}

function decideMove(state: ChessState, { from, to, promotion }: PieceMove, colour: Colour): Decision {
  if (colour !== mover(state)) return refused("not-your-turn", "It is not your turn.");
  if (piecesOf(state.fen)[SQUARES.indexOf(from)]?.colour !== colour)
    return refused("illegal-move", `You have no piece on ${from}.`);
  const targets = legalMoves(state.fen).filter((legal) => legal.from === from && legal.to === to);
  const legal = targets.find((target) => target.promotion === promotion);
  if (legal) return { ok: true, event: moved(state, legal) };
  if (targets[0]?.promotion && !promotion) return refused("illegal-move", "Say what the pawn becomes.");
  return refused("illegal-move", `The piece on ${from} cannot move to ${to}.`);
}

function moved(state: ChessState, legal: LegalMove): PieceMoved {
  const ended = endingOf(legal.fen) ?? endingByHistory(state, legal.fen);
  return { ...legal, ...(ended && { ended }) };
}

function endingByHistory({ positions }: ChessState, fen: string): "repetition" | "fifty-moves" | null {
  const key = repetitionKey(fen);
  if (positions.filter((earlier) => earlier === key).length >= 2) return "repetition";
  return movesSinceProgress(fen) >= 100 ? "fifty-moves" : null;
}

function decideDraw(state: ChessState, draw: "offer" | "accept" | "decline", colour: Colour): Decision {
  const offered = state.offer === opposite(colour);
  if (draw !== "offer")
    return offered ? { ok: true, event: { draw } } : refused("illegal-move", "No draw is offered to you.");
  if (offered) return refused("illegal-move", "A draw is offered to you: accept it.");
  if (state.offer === colour) return refused("illegal-move", "You have offered a draw.");
  if (state.offeredAfter[colour] === movesMade(state.fen, colour))
    return refused("illegal-move", "Make a move before you offer a draw again.");
  return { ok: true, event: { draw } };
}

function isOutOfTime({ clocks }: ChessState, now: number): boolean {
  return clocks !== null && flagFallsAt(clocks) <= now;
}

function refused(code: RefusalCode, message: string): Decision {
  return { ok: false, refusal: refuse(code, message) };
}
