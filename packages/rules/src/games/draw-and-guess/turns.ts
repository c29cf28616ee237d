import type { Outcome } from "../../game.js";
import type { DrawAndGuessMove, Drawing, DrawAndGuessState as State } from "./draw-and-guess-state.js";
import { hintsGiven, hintsInAll } from "./pattern.js";

/** Hints begin when this part of the time has passed, and the last one leaves a part of it to guess. */
const FIRST_HINT = 0.4;
const HINTS_OVER = 0.5;

export function stillIn({ order, withdrawn }: State): number[] {
  return order.filter((seat) => !withdrawn.includes(seat));
}

/** The next turn, or null when everybody who is still there has drawn often enough. */
export function nextTurn(state: State): { turn: number; drawer: number } | null {
  const { order, rounds, withdrawn } = state;
  for (let turn = state.turn + 1; turn < rounds * order.length; turn++) {
    const drawer = order[turn % order.length];
    if (drawer !== undefined && !withdrawn.includes(drawer)) return { turn, drawer };
  }
  return null;
}

/** Those who have neither guessed the word nor draw it. */
export function guessers(state: State, { solved }: Drawing): number[] {
  return stillIn(state).filter(
    (seat) => seat !== state.drawer && !solved.some((guesser) => guesser.seat === seat),
  );
}

/** Whether nothing is left to wait for in this turn. */
export function isTurnOver(state: State, stage: Drawing): boolean {
  return state.withdrawn.includes(state.drawer) || guessers(state, stage).length === 0;
}

export function dueOf(state: State): { at: number; move: DrawAndGuessMove } | null {
  return outcomeOf(state) ? null : { at: dueAt(state), move: { type: "time" } };
}

function dueAt(state: State): number {
  const { stage } = state;
  if (stage.kind === "shown") return stage.until;
  if (stage.kind === "choosing")
    return state.withdrawn.includes(state.drawer) ? stage.startedAt : stage.until;
  if (isTurnOver(state, stage)) return Math.max(stage.startedAt, ...stage.solved.map(({ at }) => at));
  return Math.min(nextHintAt(state, stage) ?? stage.until, stage.until);
}

/** When the next letter is shown, or null when no more will be. */
export function nextHintAt({ drawMs }: State, { startedAt, pattern }: Drawing): number | null {
  const given = hintsGiven(pattern);
  const all = hintsInAll(pattern);
  return given < all ? startedAt + Math.round(drawMs * (FIRST_HINT + (HINTS_OVER * given) / all)) : null;
}

export function seatsToMove(state: State): readonly number[] {
  if (outcomeOf(state)) return [];
  const left = stillIn(state);
  const waitedFor = [
    ...drawersToMove(state),
    ...(state.stage.kind === "drawing" ? guessers(state, state.stage) : []),
  ];
  const present = waitedFor.filter((seat) => left.includes(seat));
  // For the moment until the turn is passed over, where the drawer has left.
  return present.length > 0 ? present : left;
}

function drawersToMove(state: State): number[] {
  if (state.stage.kind !== "shown") return [state.drawer];
  const next = nextTurn(state);
  return next ? [next.drawer] : [];
}

export function outcomeOf(state: State): Outcome | null {
  const left = stillIn(state);
  if (left.length <= 1) return left.length === 1 ? { kind: "won", seats: left } : { kind: "drawn" };
  if (state.stage.kind !== "shown" || nextTurn(state)) return null;
  const most = Math.max(...left.map((seat) => state.scores[seat] ?? 0));
  return most === 0
    ? { kind: "drawn" }
    : { kind: "won", seats: left.filter((seat) => state.scores[seat] === most) };
}
