import type { Clock } from "../clock.js";

interface Timer {
  at: number;
  fire: () => void;
}

/** A clock that stands still until it is told to move. Timers of the same moment fire in the order in which they were set. */
export class VirtualClock implements Clock {
  #now = 0;
  #timers: Timer[] = [];

  now(): number {
    return this.#now;
  }

  setTimer(ms: number, fire: () => void): () => void {
    const timer = { at: this.#now + ms, fire };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** Moves on by `ms` milliseconds, firing what comes due on the way. */
  advance(ms: number): void {
    const until = this.#now + ms;
    for (let next = this.#next(until); next; next = this.#next(until)) {
      this.#now = Math.max(this.#now, next.at);
      this.#timers = this.#timers.filter((timer) => timer !== next);
      next.fire();
    }
    this.#now = until;
  }

  #next(until: number): Timer | undefined {
    return this.#timers
      .filter(({ at }) => at <= until)
      .reduce<Timer | undefined>(
        (first, timer) => (first && first.at <= timer.at ? first : timer),
        undefined,
      );
  }
}
