// Runs the simulation over many seeds, in as many processes as there are processors, and says what came of it.
//   npm run simulate -- --seeds 100000 [--from N] [--workers N]
//   npm run simulate -- --seed N
import "./check-node.mjs";
import { fork } from "node:child_process";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root, toolEnvironment } from "./checkout.mjs";

/** Seeds that a worker is told at once. */
const SHARE = 20;
const TELL_EVERY_MS = 5_000;
/** With so many failures more of them teach nothing. */
const MOST_FAILURES = 5;

const options = readOptions(process.argv.slice(2));
const until = options.from + options.seeds;
const began = performance.now();
/** @type {Record<string, number>} */
const coverage = {};
/** @type {string[]} */
const failures = [];
let next = options.from;
let runs = 0;
let moments = 0;

const telling = setInterval(tell, TELL_EVERY_MS);
await Promise.all(Array.from({ length: Math.min(options.workers, options.seeds) }, work));
clearInterval(telling);

console.log("\nHow often things happened:");
for (const name of Object.keys(coverage).sort()) console.log(`  ${name.padEnd(56)} ${coverage[name]}`);
tell();
const isGood = failures.length === 0 && runs >= options.seeds;
if (isGood) console.log("Every promise was kept.");
else console.log(`${failures.length} seeds broke a promise, ${until - options.from - runs} were not run.`);
process.exitCode = isGood ? 0 : 1;

/** Keeps one process busy until there is nothing left to do. */
function work() {
  const tsx = createRequire(join(root, "apps/server/package.json")).resolve("tsx");
  const worker = fork(join(root, "apps/server/src/simulation/run-share.ts"), [], {
    execArgv: ["--conditions=source", "--import", pathToFileURL(tsx).href],
    env: toolEnvironment({}),
  });
  const giveShare = () => {
    if (next >= until || failures.length >= MOST_FAILURES) return worker.disconnect();
    const to = Math.min(next + SHARE, until);
    worker.send({ from: next, to });
    next = to;
  };
  worker.on("message", (message) => {
    const share =
      /** @type {{ runs: number, moments: number, coverage: Record<string, number>, failures: string[] }} */ (
        message
      );
    runs += share.runs;
    moments += share.moments;
    for (const [name, count] of Object.entries(share.coverage))
      coverage[name] = (coverage[name] ?? 0) + count;
    for (const failure of share.failures) console.error(`\n${failure}\n`);
    failures.push(...share.failures);
    giveShare();
  });
  giveShare();
  return new Promise((resolve) => worker.once("exit", resolve));
}

function tell() {
  const seconds = (performance.now() - began) / 1_000;
  const rate = (runs / seconds).toFixed(1);
  console.log(
    `${runs} of ${options.seeds} seeds, ${moments} moments, ${seconds.toFixed(0)} s, ${rate} seeds a second, ${failures.length} failed`,
  );
}

/** @param {string[]} args */
function readOptions(args) {
  const read = { seeds: 1_000, from: 0, workers: availableParallelism() };
  for (let index = 0; index < args.length; index += 2) {
    const name = args[index] ?? "";
    const value = Number(args[index + 1]);
    if (!["--seeds", "--from", "--seed", "--workers"].includes(name))
      refuse(`There is no option ${name}: say --seeds, --from, --seed or --workers.`);
    if (!Number.isSafeInteger(value) || value < (name === "--from" || name === "--seed" ? 0 : 1))
      refuse(`${name} wants a whole number, and got ${args[index + 1] ?? "none"}.`);
    if (name === "--seeds") read.seeds = value;
    if (name === "--from") read.from = value;
    if (name === "--workers") read.workers = value;
    if (name === "--seed") Object.assign(read, { from: value, seeds: 1, workers: 1 });
  }
  return read;
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}
