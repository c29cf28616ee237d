import { Latencies } from "../measure/latencies.js";
import { microseconds, saidAt } from "../measure/words.js";

const MOST_PROBLEMS = 10;

/** What a driver counts. */
export class Tally {
  delivered = 0;
  acknowledged = 0;
  readonly latencies = new Latencies();
  readonly problems: string[] = [];
  readonly #hitches = new Map<string, number>();

  /** An event was heard. @param words as they were said */
  heard(words: string): void {
    this.delivered += 1;
    this.latencies.add(microseconds() - saidAt(words));
  }

  hitch(what: string): void {
    this.#hitches.set(what, (this.#hitches.get(what) ?? 0) + 1);
  }

  problem(what: string): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push(what);
  }

  get hitches(): Record<string, number> {
    return Object.fromEntries(this.#hitches);
  }

  /** Counts from nothing; problems stay. */
  reset(): void {
    this.delivered = 0;
    this.acknowledged = 0;
    this.latencies.reset();
    this.#hitches.clear();
  }
}
