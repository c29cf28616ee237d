import {
  type ChessEvent,
  type ChessResult,
  type ChessState,
  colourOf,
  mover,
  type PieceMoved,
} from "./chess-state.js";
import { dropFlag, press } from "./clock.js";
import { type Colour, movesMade, movesSinceProgress, opposite, repetitionKey } from "./position.js";

export function evolveChess(
  state: ChessState,
  event: ChessEvent,
  { seat, at }: { seat: number | null; at: number },
): ChessState {
  if ("flag" in event) {
    const result: ChessResult = { reason: "time", winner: event.winner };
    return { ...state, clocks: state.clocks && dropFlag(state.clocks), offer: null, result };
  }
  if ("draw" in event) return evolveDraw(state, event.draw, colourOf(state, seat) ?? mover(state));
  return evolveMove(state, event, at);
}

function evolveMove(state: ChessState, event: PieceMoved, at: number): ChessState {
  const { from, to, san, fen, captured, ended } = event;
  const colour = mover(state);
  const before = movesSinceProgress(fen) === 0 ? [] : state.positions;
  const taken = captured ? [...state.taken[colour], captured] : state.taken[colour];
  return {
    ...state,
    fen,
    clocks: state.clocks && press(state.clocks, at),
    positions: [...before, repetitionKey(fen)],
    last: { from, to, san },
    taken: { ...state.taken, [colour]: taken },
    // Moving instead of answering is an answer; one's own offer stands while the other thinks.
    offer: state.offer === colour ? colour : null,
    result: ended ? { reason: ended, winner: ended === "checkmate" ? colour : null } : null,
  };
}

function evolveDraw(state: ChessState, draw: "offer" | "accept" | "decline", colour: Colour): ChessState {
  if (draw === "accept") return { ...state, offer: null, result: { reason: "agreement", winner: null } };
  if (draw === "decline") return { ...state, offer: null };
  const offeredAfter = { ...state.offeredAfter, [colour]: movesMade(state.fen, colour) };
  return { ...state, offer: colour, offeredAfter };
}

export function resign(state: ChessState, seat: number): ChessState {
  const colour = colourOf(state, seat);
  if (!colour || state.result) return state;
  return { ...state, offer: null, result: { reason: "resignation", winner: opposite(colour) } };
}
