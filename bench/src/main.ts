import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "@rejoin/testkit";
import { Backing } from "./backing/backing.js";
import { checkoutRoot } from "./checkout.js";
import { allContenders, notCompared, quickContenders } from "./contenders/all-contenders.js";
import type { Contender } from "./contenders/contender.js";
import { Drivers } from "./driver/drivers.js";
import { machine, versions } from "./machine.js";
import { type Options, parseOptions } from "./options.js";
import { printedMachine, printedScenario, printedTargets } from "./report/print.js";
import type { RunReport, ScenarioReport } from "./report/report.js";
import { allScenarios, quickScenarios } from "./scenarios/all-scenarios.js";
import { Stand } from "./stand.js";
import { targetsOf } from "./targets.js";

const results = join(checkoutRoot, "test-results", "bench");
const say = (line: string): void => console.log(line);

/**
 * `npm run bench`: measures, prints, writes.
 *
 * @returns the exit code: 0 where everybody could be measured and nothing got lost, whatever came out
 */
async function main(): Promise<number> {
  const all = {
    scenarios: allScenarios.map(({ name }) => name),
    contenders: allContenders.map(({ name }) => name),
  };
  const options = parseOptions(process.argv.slice(2), all, {
    scenarios: quickScenarios,
    contenders: quickContenders,
  });
  const wanted = allContenders.filter(({ name }) => options.contenders.includes(name));
  const folder = join(checkoutRoot, ".data", "bench", String(process.pid));
  await using backing = await Backing.start({
    folder,
    databaseUrl: process.env.DATABASE_URL || undefined,
    redisUrl: process.env.REDIS_URL || undefined,
    wantsRedis: wanted.some(({ needs }) => needs.includes("redis")),
  });
  using drivers = new Drivers(options.drivers);
  const at = new Date().toISOString();
  const profiles = options.profile ? join(results, `${fileName(at)}-profiles`) : undefined;
  if (profiles !== undefined) mkdirSync(profiles, { recursive: true });
  const stand = new Stand({ backing, drivers, folder, profiles });

  const report = await measure(stand, options, wanted, at);
  write(report, options);
  return report.scenarios.every(({ problems }) => problems.length === 0) ? 0 : 1;
}

async function measure(stand: Stand, options: Options, wanted: readonly Contender[], at: string) {
  const begun = { at, machine: machine(), versions: versions(), options };
  say(`${printedMachine(begun)}.`);
  const leftOut = wanted.filter(({ needs }) => needs.includes("redis") && stand.backing.redis === null);
  const contenders = wanted.filter((contender) => !leftOut.includes(contender));
  const absent = [
    ...leftOut.map(
      ({ name }) => `${name} is left out: there is no redis-server on the PATH, and no REDIS_URL.`,
    ),
    ...notCompared,
  ];
  const scenarios: ScenarioReport[] = [];
  for (const scenario of allScenarios.filter(({ name }) => options.only.includes(name))) {
    const report = await scenario.measure({ stand, options, contenders, before: scenarios, say });
    say(printedScenario(report));
    scenarios.push(report);
  }
  say(`\n${absent.map((line) => `  ${line}`).join("\n")}`);
  const targets = targetsOf(scenarios);
  say(printedTargets(targets));
  return { ...begun, scenarios, absent, targets } satisfies RunReport;
}

function write(report: RunReport, { json }: Options): void {
  const text = JSON.stringify(report, null, 2);
  const file = join(results, `${fileName(report.at)}.json`);
  mkdirSync(results, { recursive: true });
  for (const path of json === undefined ? [file] : [file, json]) writeFileSync(path, text);
  say(`The figures are in ${file}.`);
}

function fileName(at: string): string {
  return at.replaceAll(":", "-");
}

// What was started ends when this process does: each hears that it is gone, whatever ended it.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(130));

runCommand(main);
