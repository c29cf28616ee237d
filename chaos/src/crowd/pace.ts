import { setTimeout as wait } from "node:timers/promises";

/** Lets so many through in a second, evenly; all at once where there is no limit. */
export class Pace {
  readonly #gapMs: number;
  #next = 0;

  /** @param rate a second; 0 for no limit */
  constructor(rate: number) {
    this.#gapMs = rate === 0 ? 0 : 1_000 / rate;
  }

  async turn(): Promise<void> {
    if (this.#gapMs === 0) return;
    const now = performance.now();
    this.#next = Math.max(now, this.#next + this.#gapMs);
    if (this.#next > now) await wait(this.#next - now);
  }
}
