import { readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

/**
 * `failures`: the names of the tests that failed, each with the first line of why.
 * @typedef {{ passed: number, failed: number, failures: string[] }} Totals
 */

/**
 * Adds up what Vitest reported.
 * @param {string} file its JSON report
 * @param {number} exitCode
 * @returns {Totals}
 */
export function vitestTotals(file, exitCode) {
  const report = readReport(file);
  const passed = Number(report?.numPassedTests ?? 0);
  const failed = Number(report?.numFailedTests ?? 0);
  const tests = (report?.testResults ?? []).flatMap(vitestFailures);
  return honest({ passed, failed, failures: tests }, exitCode);
}

/**
 * What failed in a file: its tests, or the file itself where it did not load.
 * @param {{ name: string, status: string, message?: string, assertionResults: { status: string, fullName: string, failureMessages?: string[] }[] }} file
 */
function vitestFailures(file) {
  const tests = file.assertionResults.filter(({ status }) => status === "failed");
  if (tests.length === 0 && file.status === "failed") return [inALine(file.name, file.message)];
  return tests.map(({ fullName, failureMessages }) => inALine(fullName, failureMessages?.[0]));
}

/**
 * Adds up what Playwright reported. A test that passed only when it was tried again has failed once, and counts so.
 * @param {string} file its JSON report
 * @param {number} exitCode
 * @returns {Totals}
 */
export function playwrightTotals(file, exitCode) {
  const report = readReport(file);
  const stats = report?.stats;
  const passed = Number(stats?.expected ?? 0);
  const failed = Number(stats?.unexpected ?? 0) + Number(stats?.flaky ?? 0);
  const failures = (report?.suites ?? []).flatMap(playwrightFailures);
  return honest({ passed, failed, failures }, exitCode);
}

/**
 * What failed in a suite and in the suites within it. The first attempt is the one whose reason is told.
 * @param {{ suites?: [], specs?: { title: string, file: string, tests: { status: string, results: { error?: { message?: string } }[] }[] }[] }} suite
 * @returns {string[]}
 */
function playwrightFailures(suite) {
  const here = (suite.specs ?? []).flatMap(({ title, file, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ results }) => inALine(`${file}: ${title}`, results[0]?.error?.message)),
  );
  return [...here, ...(suite.suites ?? []).flatMap(playwrightFailures)];
}

/**
 * @param {string} name
 * @param {string} [why]
 */
function inALine(name, why = "") {
  const line = stripVTControlCharacters(why).split("\n", 1)[0];
  return line ? `${name} (${line})` : name;
}

/**
 * A run that ended badly without a failed test (a file that does not load, a setup that throws) counts as one.
 * @param {Totals} totals
 * @param {number} exitCode
 */
function honest(totals, exitCode) {
  const wentWrong = exitCode !== 0 || totals.passed + totals.failed === 0;
  return wentWrong && totals.failed === 0 ? { ...totals, failed: 1 } : totals;
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
