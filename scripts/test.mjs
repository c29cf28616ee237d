// Runs the tests: all of them, or with `unit`, `chaos`, `bench` or `e2e` only those. What follows is handed to their runner.
// The last line says how many passed and failed, and the lines before it which failed.
import "./check-node.mjs";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./checkout.mjs";
import { ensureBuilt } from "./ensure-built.mjs";
import { findBrowser } from "./find-browser.mjs";
import { hold } from "./hold.mjs";
import { ensureInstalled } from "./install.mjs";
import { runNode } from "./run.mjs";
import { playwrightTotals, vitestTotals } from "./test-totals.mjs";

const [which = "all", ...rest] = process.argv.slice(2);
const results = join(root, "test-results");

/** @param {string} what */
const nothingRan = (what) => ({ passed: 0, failed: 1, failures: [what] });
const totals = [];
const postgres = await startPostgres();
if (postgres === undefined) totals.push(nothingRan("There was no Postgres to test with."));
if (postgres && runs("unit")) totals.push(await runVitest(argumentsOf("unit")));
if (postgres && runs("chaos")) totals.push(await runChaos(argumentsOf("chaos")));
if (postgres && runs("bench")) totals.push(await runBench(argumentsOf("bench")));
if (postgres && runs("e2e")) totals.push(await runPlaywright(argumentsOf("e2e")));

await postgres?.release();
const passed = totals.reduce((sum, total) => sum + total.passed, 0);
const failed = totals.reduce((sum, total) => sum + total.failed, 0);
process.exitCode = failed === 0 ? 0 : 1;
const failures = totals.flatMap((total) => total.failures);
if (failures.length > 0) console.log(["", "What failed:", ...failures.map((name) => `  ${name}`)].join("\n"));
console.log(`\n${passed} passed, ${failed} failed`);

/** @param {string} kind */
function runs(kind) {
  return which === "all" || which === kind;
}

/** @param {string} kind */
function argumentsOf(kind) {
  return which === kind ? rest : [];
}

/** The Postgres of all the tests: the one in TEST_DATABASE_URL, else our own. */
async function startPostgres() {
  if (!(await ensureInstalled())) return undefined;
  if ((await runNode(join(root, "scripts", "generate.mjs"), [])) !== 0) return undefined;
  if (process.env.TEST_DATABASE_URL) return { release: async () => undefined };
  const held = hold("testing/hold-test-postgres.ts");
  const url = await held.says("url");
  if (url === undefined) return undefined;
  process.env.TEST_DATABASE_URL = url;
  return held;
}

/** @param {readonly string[]} args */
async function runVitest(args) {
  console.log("\nUnit and integration tests.\n");
  const report = join(results, "vitest.json");
  rmSync(report, { force: true });
  const flags = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await runNode(join(root, "node_modules", "vitest", "vitest.mjs"), [...flags, ...args]);
  return vitestTotals(report, code);
}

/**
 * A short run of the attack on real servers, which counts as one test. The seed is always the same, so that a change is
 * what makes the difference.
 * @param {readonly string[]} args
 */
async function runChaos(args) {
  console.log("\nA short attack on real servers.\n");
  const flags = ["--profile", "smoke", "--seed", "7", ...args];
  const code = await runNode(join(root, "scripts", "chaos.mjs"), flags);
  return code === 0
    ? { passed: 1, failed: 0, failures: [] }
    : nothingRan("The attack on real servers: see its verdict above.");
}

/**
 * A look at whether everything can be measured, which counts as one test. Its figures mean nothing: the tests beside it, and
 * other machines, are not what they would be compared with.
 * @param {readonly string[]} args
 */
async function runBench(args) {
  console.log("\nA short measurement of plain Socket.IO and Rejoin.\n");
  const few = ["--only", "50x4x1,memory", "--contenders", "socket.io,rejoin", "--connections", "40"];
  const flags = ["--quick", ...few, "--seconds", "1", ...args];
  const code = await runNode(join(root, "scripts", "bench.mjs"), flags);
  return code === 0 ? { passed: 1, failed: 0, failures: [] } : nothingRan("The measurement: see above why.");
}

/** @param {readonly string[]} args */
async function runPlaywright(args) {
  console.log("\nBrowser tests.\n");
  if (!(await ensureBuilt("everything"))) return nothingRan("The browser tests: nothing could be built.");
  const browser = await findBrowser();
  if (browser === undefined) return nothingRan("The browser tests: no browser was found.");
  const report = join(results, "playwright.json");
  rmSync(report, { force: true });
  const cli = join(root, "node_modules", "@playwright", "test", "cli.js");
  const flags = ["test", "--config", join(root, "playwright.config.ts"), "--reporter=list,json"];
  const env = {
    CHROMIUM_PATH: browser,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1",
  };
  const code = await runNode(cli, [...flags, ...args], { env });
  return playwrightTotals(report, code);
}
