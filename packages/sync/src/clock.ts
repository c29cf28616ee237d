/** Time, as a port: a simulation brings its own. */
export interface Clock {
  /** Milliseconds since 1970. For showing and stamping only: order never depends on it. */
  now(): number;
  /** Calls `fire` once, after `ms` milliseconds of a clock that never jumps. @returns how to call it off */
  setTimer(ms: number, fire: () => void): () => void;
}

/** The time of this browser or process. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimer(ms, fire) {
    const timer = setTimeout(fire, ms);
    return () => clearTimeout(timer);
  },
};
