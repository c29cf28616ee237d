import type { Clock } from "./clock.js";
import { Rounds } from "./rounds.js";

/**
 * How far back each look goes beyond the last one, in milliseconds. What changed is found by the time at which its
 * statement began, and is there to see only when that has committed: this is longer than the database lets a statement run.
 */
const OVERLAP_MS = 15_000;

/** Looks again and again for what other servers changed in the database. What it finds it may find more than once. */
export class ChangeWatch {
  readonly #clock: Clock;
  readonly #look: (withinMs: number) => Promise<void>;
  readonly #rounds: Rounds;
  #lookedAt: number;

  /** @param look looks at what changed within so many milliseconds; where it rejects, the next one reaches as far back */
  constructor(clock: Clock, everyMs: number, look: (withinMs: number) => Promise<void>) {
    this.#clock = clock;
    this.#look = look;
    this.#rounds = new Rounds(clock, everyMs, () => this.#round());
    this.#lookedAt = clock.monotonic();
  }

  start(): void {
    this.#rounds.start();
  }

  stop(): void {
    this.#rounds.stop();
  }

  async #round(): Promise<void> {
    const now = this.#clock.monotonic();
    try {
      await this.#look(OVERLAP_MS + now - this.#lookedAt);
      this.#lookedAt = now;
    } catch {
      // The database is away.
    }
  }
}
