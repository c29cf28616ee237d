import { type Colour, opposite } from "./position.js";

/** The two clocks. All times in milliseconds; `since` is since 1970. */
export interface Clocks {
  /** What each had left when the running clock was started. */
  left: Readonly<Record<Colour, number>>;
  /** Added after each move. */
  increment: number;
  running: Colour;
  /** When the running clock was started: by the event that started it, so that it is right on every machine. */
  since: number;
}

export function startClocks(time: number, increment: number, at: number): Clocks {
  return { left: { white: time, black: time }, increment, running: "white", since: at };
}

/** What a colour has left at a moment. */
export function timeLeft(clocks: Clocks, colour: Colour, now: number): number {
  const left = clocks.left[colour];
  return colour === clocks.running ? Math.max(0, left - Math.max(0, now - clocks.since)) : left;
}

/** When the running clock is at nothing. */
export function flagFallsAt(clocks: Clocks): number {
  return clocks.since + clocks.left[clocks.running];
}

/** Whoever has moved presses their clock: theirs stops, with its increment, and the other's runs. */
export function press(clocks: Clocks, at: number): Clocks {
  const mover = clocks.running;
  const left = { ...clocks.left, [mover]: timeLeft(clocks, mover, at) + clocks.increment };
  return { ...clocks, left, running: opposite(mover), since: at };
}

export function dropFlag(clocks: Clocks): Clocks {
  return { ...clocks, left: { ...clocks.left, [clocks.running]: 0 } };
}
