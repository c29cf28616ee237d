import type { Drawing, DrawAndGuessState as State } from "./draw-and-guess-state.js";
import { stillIn } from "./turns.js";

/** What guessing the word is worth at the last moment; at the first it is worth twice as much. */
const LEAST = 50;

/** What the drawer gets of what the guessers got on average: with all of it, a game of two would always be level. */
const DRAWERS_SHARE = 0.5;

export function pointsForGuessing({ drawMs }: State, { until }: Drawing, at: number): number {
  const left = Math.min(1, Math.max(0, (until - at) / drawMs));
  return LEAST + Math.round(LEAST * left);
}

/** The drawer gets half of what the guessers got on average, those who did not guess it counting as nothing. */
export function pointsForDrawing(state: State, { solved }: Drawing): number {
  const present = stillIn(state).filter((seat) => seat !== state.drawer);
  const guessed = new Set([...present, ...solved.map(({ seat }) => seat)]);
  if (guessed.size === 0 || state.withdrawn.includes(state.drawer)) return 0;
  const average = solved.reduce((sum, { points }) => sum + points, 0) / guessed.size;
  return Math.round(average * DRAWERS_SHARE);
}
