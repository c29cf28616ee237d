import { microseconds } from "../measure/words.js";

const LOOK_EVERY_MS = 1;

/**
 * Calls something so many times a second, by a timetable that is made before: when the process, or what is called, is slow,
 * what is late is called at once, with the time at which it should have been. So no wait goes uncounted.
 */
export class Recital {
  readonly #timer: NodeJS.Timeout;

  /** @param say given the time for which it was planned, in microseconds */
  constructor(perSecond: number, say: (meantAt: number) => void) {
    const period = 1_000_000 / perSecond;
    const start = microseconds();
    let said = 0;
    this.#timer = setInterval(() => {
      const now = microseconds();
      for (let due = start + said * period; due <= now; due += period) {
        said += 1;
        say(due);
      }
    }, LOOK_EVERY_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
