import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HistoryRecord } from "../history/record.js";
import { ANOMALIES } from "../testing/anomalies/anomalies.js";
import { offerHiddenNumbers } from "../testing/hidden-numbers.js";
import { type MadeRunOptions, madeHistory } from "../testing/made-run.js";
import { NothingToSpoil, Planting } from "../testing/plant.js";
import { check } from "./check.js";
import { NON_VACUITY, VIOLATIONS } from "./verdict.js";

const HIDDEN = offerHiddenNumbers();
const seeds = fc.integer({ min: 1, max: 1_000_000 });

const anyRun: fc.Arbitrary<MadeRunOptions> = fc.record({
  seed: seeds,
  game: fc.constantFrom("tic-tac-toe", "connect-four", HIDDEN),
  visibility: fc.constantFrom("public", "private"),
  commits: fc.boolean(),
  restored: fc.boolean(),
  trimmed: fc.boolean(),
});

/** What is rare in a history that was drawn happens in one of these, whatever is drawn beside them. */
const RARE_RUNS: [MadeRunOptions][] = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => {
  const visibility = seed % 2 === 0 ? "public" : "private";
  return [{ seed, game: HIDDEN, visibility, commits: true, restored: seed % 4 === 0, trimmed: seed > 6 }];
});

/** Not every history has what an anomaly needs. */
function isPlanted(plant: () => void): boolean {
  try {
    plant();
    return true;
  } catch (error) {
    if (error instanceof NothingToSpoil) return false;
    throw error;
  }
}

function found(...sources: HistoryRecord[][]): string[] {
  return Object.keys(check(...sources).found);
}

describe("CHECK-1 a history that keeps every promise", () => {
  it("passes, whatever went wrong on the way", () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(anyRun, (options) => {
        const verdict = check(madeHistory(options));
        expect(verdict.violations).toEqual([]);
        for (const [what, times] of Object.entries(verdict.nonVacuity))
          seen.set(what, (seen.get(what) ?? 0) + times);
      }),
      { numRuns: 30 + RARE_RUNS.length, examples: RARE_RUNS },
    );
    expect(NON_VACUITY.filter((what) => !seen.get(what))).toEqual([]);
  }, 30_000);

  it("passes from as many files as there were clients, as from one", () => {
    fc.assert(
      fc.property(anyRun, (options) => {
        const records = madeHistory(options);
        const clients = [...new Set(records.map((record) => ("client" in record ? record.client : "")))];
        const sources = clients.map((client) =>
          records.filter((record) => ("client" in record ? record.client : "") === client),
        );
        expect(check(...sources).violations).toEqual([]);
      }),
      { numRuns: 8 },
    );
  }, 30_000);
});

describe("CHECK-2 a planted anomaly is found, by its name and no other", () => {
  const named = ANOMALIES.map(
    (anomaly) => [`${VIOLATIONS[anomaly.names]} ${anomaly.names}: ${anomaly.about}`, anomaly] as const,
  );

  const whole = named.filter(([, { needs }]) => !needs?.trimmed).map((one) => [...one, false] as const);
  const trimmed = named
    .filter(([, { hiddenByTrimming }]) => !hiddenByTrimming)
    .map(([name, anomaly]) => [`${name}, in a log that was trimmed`, anomaly, true] as const);

  it.each([...whole, ...trimmed])(
    "%s",
    (_, { needs = {}, plant, names, andMaybe = [] }, isTrimmed) => {
      fc.assert(
        fc.property(seeds, (seed) => {
          const history = new Planting(
            madeHistory({ seed, steps: 120, commits: false, trimmed: isTrimmed, ...needs }),
          );
          expect(found(history.records)).toEqual([]);
          fc.pre(isPlanted(() => plant(history)));
          const verdict = check(history.records);
          expect(Object.keys(verdict.found)).toContain(names);
          expect(
            Object.keys(verdict.found).filter((name) => ![names, ...andMaybe].includes(name as never)),
          ).toEqual([]);
          const violation = verdict.violations.find(({ name }) => name === names);
          expect(violation?.promise).toBe(VIOLATIONS[names]);
          expect(violation?.records.length).toBeGreaterThan(0);
        }),
        { numRuns: 2 },
      );
    },
    30_000,
  );

  it("leaves no name without an anomaly", () => {
    const planted = new Set(ANOMALIES.map(({ names }) => names));
    expect(Object.keys(VIOLATIONS).filter((name) => !planted.has(name as never))).toEqual([]);
  });
});
