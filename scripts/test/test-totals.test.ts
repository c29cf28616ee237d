import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { playwrightTotals, vitestTotals } from "../test-totals.mjs";

const folder = mkdtempSync(join(tmpdir(), "rejoin-totals-"));
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: unknown): string {
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

test("counts what the runners report", () => {
  expect(vitestTotals(report({ numPassedTests: 7, numFailedTests: 2 }), 1)).toEqual({ passed: 7, failed: 2 });
  expect(playwrightTotals(report({ stats: { expected: 5, unexpected: 1 } }), 1)).toEqual({
    passed: 5,
    failed: 1,
  });
});

test("counts a test that passed only when it was tried again as failed", () => {
  const file = report({ stats: { expected: 5, unexpected: 0, flaky: 1 } });
  expect(playwrightTotals(file, 0)).toEqual({ passed: 5, failed: 1 });
});

test("never calls a run a success that was none", () => {
  expect(vitestTotals(report({ numPassedTests: 7, numFailedTests: 0 }), 1)).toEqual({ passed: 7, failed: 1 });
  expect(vitestTotals(report({ numPassedTests: 0, numFailedTests: 0 }), 0)).toEqual({ passed: 0, failed: 1 });
  expect(playwrightTotals(join(folder, "missing.json"), 0)).toEqual({ passed: 0, failed: 1 });
});
