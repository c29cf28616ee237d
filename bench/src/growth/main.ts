import { join } from "node:path";
import { OptionError, runCommand } from "@rejoin/testkit";
import { Backing } from "../backing/backing.js";
import { checkoutRoot } from "../checkout.js";
import { allContenders, REJOIN } from "../contenders/all-contenders.js";
import type { Contender } from "../contenders/contender.js";
import { Drivers } from "../driver/drivers.js";
import { machine } from "../machine.js";
import { Stand } from "../stand.js";
import { allAxes } from "./axes/all-axes.js";
import type { Axis, AxisParts, Patience, Step } from "./axis.js";
import { allowedHere, whyTooMany } from "./enough-room.js";
import { keep } from "./keep.js";
import { type GrowthOptions, parseGrowthOptions } from "./options.js";
import { printedAxis } from "./print.js";
import { axisReport } from "./report.js";

const documentation = join(checkoutRoot, "docs", "figures");
const results = join(checkoutRoot, "test-results", "bench");
const say = (line: string): void => console.log(line);

/** Silence is looked at for a whole round of the beacon, and for more than one of the pings. */
const full: Patience = { settle: 3, idle: 15, warmUp: 5, load: 12 };
const quick: Patience = { settle: 0.5, idle: 1, warmUp: 0.5, load: 1.5 };

/**
 * `npm run bench:growth`: lets one thing grow after the other, and writes down what each costs.
 *
 * @returns the exit code: 0 where every size could be measured and nothing got lost
 */
async function main(): Promise<number> {
  const options = parseGrowthOptions(process.argv.slice(2));
  const axes = allAxes.filter(({ name }) => options.only.includes(name));
  refuseTooMany(axes, options);
  // Once: later, the load before would be this run's own.
  const where = machine();
  const folder = join(checkoutRoot, ".data", "bench", String(process.pid));
  await using backing = await Backing.start({
    folder,
    databaseUrl: process.env.DATABASE_URL || undefined,
    redisUrl: undefined,
    wantsRedis: false,
  });
  // Each size seats its own members: nobody lives in those of the stand.
  using drivers = new Drivers(0);
  const stand = new Stand({ backing, drivers, folder, profiles: undefined });
  const rejoin = allContenders.find(({ name }) => name === REJOIN) as Contender;
  const patience = options.quick ? quick : full;

  let isWell = true;
  for (const axis of axes) {
    const circumstances = { at: new Date().toISOString(), machine: where, isQuick: options.quick };
    const sizes = axis.sizes(options);
    const largest = Math.max(...sizes);
    const steps = await stepsOf(axis, sizes, { stand, backing, rejoin, patience, largest });
    const report = axisReport(axis, steps, circumstances);
    say(printedAxis(axis, report));
    const file = keep(axis, report, { folder: options.write ? documentation : results, json: options.json });
    say(`The figures are in ${file}, and the picture beside it.`);
    isWell &&= steps.every(({ problems }) => problems.length === 0);
  }
  return isWell ? 0 : 1;
}

/** @throws {OptionError} where this machine does not let so many connect */
function refuseTooMany(axes: readonly Axis[], options: GrowthOptions): void {
  const connections = axes.find(({ name }) => name === "connections");
  const most = Math.max(0, ...(connections?.sizes(options) ?? []));
  const why = whyTooMany(most, allowedHere());
  if (why !== null) throw new OptionError(why);
}

/** A size that cannot be measured is noted, and the next one is measured. */
async function stepsOf(axis: Axis, sizes: readonly number[], parts: AxisParts): Promise<Step[]> {
  const steps: Step[] = [];
  for (const size of sizes) {
    const begun = performance.now();
    const step = await axis.measure(size, parts).catch((error: unknown) => ({
      figures: {},
      problems: [error instanceof Error ? error.message : String(error)],
    }));
    steps.push({ size, ...step });
    const seconds = ((performance.now() - begun) / 1_000).toFixed(0);
    say(`${axis.name}: ${size.toLocaleString("en-GB")} ${axis.along}, measured in ${seconds} s.`);
  }
  return steps;
}

// What was started ends when this process does: each hears that it is gone, whatever ended it.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(130));

runCommand(main);
