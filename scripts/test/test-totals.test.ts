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
  expect(vitestTotals(report({ numPassedTests: 7, numFailedTests: 2 }), 1)).toMatchObject({
    passed: 7,
    failed: 2,
  });
  expect(playwrightTotals(report({ stats: { expected: 5, unexpected: 1 } }), 1)).toMatchObject({
    passed: 5,
    failed: 1,
  });
});

test("counts a test that passed only when it was tried again as failed", () => {
  const file = report({ stats: { expected: 5, unexpected: 0, flaky: 1 } });
  expect(playwrightTotals(file, 0)).toMatchObject({ passed: 5, failed: 1 });
});

test("names what failed, with the first line of why", () => {
  const passing = { status: "passed", fullName: "a thing works" };
  const failing = {
    status: "failed",
    fullName: "another works",
    failureMessages: ["Error: it is 3\n  at here"],
  };
  const loaded = { name: "a.test.ts", status: "failed", assertionResults: [passing, failing] };
  const broken = { name: "b.test.ts", status: "failed", message: "no such module", assertionResults: [] };
  expect(vitestTotals(report({ testResults: [loaded, broken] }), 1).failures).toEqual([
    "another works (Error: it is 3)",
    "b.test.ts (no such module)",
  ]);
  const spec = (title: string, status: string) => {
    const results = [{ error: { message: "\u001b[31mError: nobody came\u001b[39m\nat there" } }];
    return { title, file: "seats.spec.ts", tests: [{ status, results }] };
  };
  const inner = { specs: [spec("somebody sits", "unexpected"), spec("somebody stands", "expected")] };
  const suites = [{ specs: [spec("a late one", "flaky")], suites: [inner] }];
  expect(playwrightTotals(report({ suites }), 1).failures).toEqual([
    "seats.spec.ts: a late one (Error: nobody came)",
    "seats.spec.ts: somebody sits (Error: nobody came)",
  ]);
});

test("never calls a run a success that was none", () => {
  expect(vitestTotals(report({ numPassedTests: 7, numFailedTests: 0 }), 1)).toMatchObject({
    passed: 7,
    failed: 1,
  });
  expect(vitestTotals(report({ numPassedTests: 0, numFailedTests: 0 }), 0)).toMatchObject({
    passed: 0,
    failed: 1,
  });
  expect(playwrightTotals(join(folder, "missing.json"), 0)).toMatchObject({ passed: 0, failed: 1 });
});
