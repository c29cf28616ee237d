import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { OptionError, runCommand } from "@rejoin/testkit";
import { type Options, parseOptions } from "./options.js";
import { printed, table } from "./print-report.js";
import { run } from "./run.js";
import { makeRunFolder } from "./run-folder.js";
import { allScenarios } from "./scenarios/all-scenarios.js";

/** `npm run chaos`: attacks, judges, reports. The exit code is 0 where every promise was kept. */
async function main(): Promise<number> {
  const names = allScenarios.map(({ name }) => name);
  const options = parseOptions(process.argv.slice(2), names);
  return options.scenario === undefined ? attackAndJudge(options) : measure(options);
}

const say = (line: string): void => console.log(line);

async function measure({ scenario: name, json }: Options): Promise<number> {
  const scenario = allScenarios.find((one) => one.name === name);
  if (!scenario) throw new OptionError(`There is no scenario ${name}.`);
  const folder = makeRunFolder(`${name}-${process.pid}`);
  say(scenario.says);
  const figures = await scenario.measure(folder, say);
  say(`\n${table(figures)}`);
  if (json !== undefined) writeFileSync(json, JSON.stringify({ scenario: name, figures }, null, 2));
  rmSync(folder.results, { recursive: true, force: true });
  return 0;
}

async function attackAndJudge(options: Options): Promise<number> {
  const folder = makeRunFolder(`${options.profile}-${options.seed}-${process.pid}`);
  say(`Profile ${options.profile}, seed ${options.seed}, ${options.minutes} minutes.`);
  const report = await run({ options, folder, called: calledOff(), say });
  const json = JSON.stringify(report, null, 2);
  if (options.json !== undefined) writeFileSync(options.json, json);
  writeFileSync(join(folder.results, "report.json"), json);
  say(printed(report));
  if (report.passed && !options.keep) rmSync(folder.results, { recursive: true, force: true });
  else say(`The history is in ${folder.results}. The same again: ${command(options)}`);
  return report.passed ? 0 : 1;
}

/** The first Ctrl+C ends the run with what there is; one that comes later ends the process. */
function calledOff(): AbortSignal {
  const controller = new AbortController();
  let first: number | undefined;
  const onSignal = (): void => {
    first ??= performance.now();
    // A terminal and npm both pass the same one on.
    if (performance.now() - first > 1_000) process.exit(130);
    controller.abort();
  };
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
  return controller.signal;
}

function command({ profile, seed, minutes, servers, drivers, rooms, clients, rate }: Options): string {
  const given = { profile, seed, minutes, servers, drivers, rooms, clients, rate };
  return `npm run chaos -- ${Object.entries(given)
    .map(([name, value]) => `--${name} ${value}`)
    .join(" ")}`;
}

runCommand(main);
