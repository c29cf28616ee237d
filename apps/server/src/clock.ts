/** Time, as a port: a simulation brings its own. */
export interface Clock {
  /** Milliseconds since 1970. For stamping events and for deadlines that are in the log; it may jump. */
  now(): number;
  /** Milliseconds since some moment, for measuring how long something takes. It never jumps. */
  monotonic(): number;
  /** Calls `fire` once, after `ms` milliseconds of the monotonic time. @returns how to call it off */
  setTimer(ms: number, fire: () => void): () => void;
  /** Calls `fire` in a later turn of the event loop, as soon as there is one. */
  nextTurn(fire: () => void): void;
}

/** The longest that a timer of the platform can wait. */
const LONGEST_MS = 2_147_483_647;

/** The time of this process. A timer alone does not keep the process alive, and one that is too long for the platform fires early. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  setTimer(ms, fire) {
    const timer = setTimeout(fire, Math.min(ms, LONGEST_MS));
    timer.unref();
    return () => clearTimeout(timer);
  },
  nextTurn: (fire) => void setImmediate(fire),
};
