import type { RunFolder } from "../run-folder.js";

/** What was measured: names, with their units, and numbers. */
export type Figures = Record<string, number>;

/** One question about time or memory, answered by measuring. */
export interface Scenario {
  name: string;
  /** What is measured, in a sentence. */
  says: string;
  measure(folder: RunFolder, say: (line: string) => void): Promise<Figures>;
}

/** @returns the number below which a share of them lies; NaN where there are none */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN);
}

/** The middle, the 99th percentile and the most of some times, each by a name. */
export function spread(name: string, numbers: readonly number[]): Figures {
  return {
    [`${name}, p50, ms`]: percentile(numbers, 0.5),
    [`${name}, p99, ms`]: percentile(numbers, 0.99),
    [`${name}, most, ms`]: percentile(numbers, 1),
  };
}
