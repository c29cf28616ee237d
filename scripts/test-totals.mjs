import { readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number }} Totals */

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
  return honest({ passed, failed }, exitCode);
}

/**
 * Adds up what Playwright reported. A test that passed only when it was tried again has failed once, and counts so.
 * @param {string} file its JSON report
 * @param {number} exitCode
 * @returns {Totals}
 */
export function playwrightTotals(file, exitCode) {
  const stats = readReport(file)?.stats;
  const passed = Number(stats?.expected ?? 0);
  const failed = Number(stats?.unexpected ?? 0) + Number(stats?.flaky ?? 0);
  return honest({ passed, failed }, exitCode);
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
