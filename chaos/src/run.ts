import { rmSync } from "node:fs";
import { join } from "node:path";
import { checkFolder, HistoryWriter, SeededRandom } from "@rejoin/testkit";
import { readAftermath } from "./aftermath.js";
import { attack } from "./attacks.js";
import { CrowdLink } from "./crowd/crowd-link.js";
import { sumOf, untilDone } from "./goals.js";
import type { Options } from "./options.js";
import { recordLogs } from "./read-logs.js";
import { judge, type RunReport } from "./report.js";
import type { RunFolder } from "./run-folder.js";
import { settle } from "./settle.js";
import type { Tally } from "./world/tally.js";
import { World } from "./world/world.js";

/** How long it may take after the last fault until everybody is level: no promise about time, only that it ends. */
const SETTLE_WITHIN_MS = 120_000;

export interface RunParts {
  options: Options;
  folder: RunFolder;
  /** Ends the run early, with a report of what there is. */
  called: AbortSignal;
  say: (line: string) => void;
}

/** Plays and attacks, waits until everybody is level, and judges what was recorded. */
export async function run(parts: RunParts): Promise<RunReport> {
  const seen = await playAndAttack(parts);
  parts.say("Judging the history.");
  const begun = performance.now();
  const verdict = checkFolder(parts.folder.results);
  return judge({ ...seen, verdict, judgedInMs: performance.now() - begun }, parts.options);
}

async function playAndAttack({ options, folder, called, say }: RunParts) {
  const random = new SeededRandom(options.seed);
  using history = new HistoryWriter(join(folder.results, "run.jsonl"));
  using _folder = { [Symbol.dispose]: () => rmSync(folder.data, { recursive: true, force: true }) };
  await using world = await World.start(options, random, folder.data, (server, cause, { output }) => {
    history.record({ kind: "fault", fault: cause, target: server.name });
    if (cause.startsWith("exit") || cause.startsWith("signal"))
      say(`${server.name} ended by itself (${cause}): ${output.trim().slice(-600)}`);
  });
  using crowds = await seatCrowds(options, random, folder.results, world);
  say(`${options.servers} servers, ${options.clients} pages and ${options.rooms} tables. Faults begin.`);

  const attacking = new AbortController();
  const begun = performance.now();
  const attacks = attack({
    target: { world, crowds: crowds.all },
    random,
    recorder: history,
    every: options.every,
    called: attacking.signal,
  });
  const done = untilDone(options, world, crowds.all, called, say);
  // Only a fault that could not be done ends the run before its time.
  await Promise.race([done, attacks.then(() => done)]);
  attacking.abort();
  const struck: Tally = await attacks;
  world.calm();
  const seconds = (performance.now() - begun) / 1_000;
  for (const crowd of crowds.all) crowd.say({ kind: "quiet" });
  say("Faults have stopped. Waiting until everybody is level with the logs.");
  const settling = await settle(world, crowds.all, SETTLE_WITHIN_MS, AbortSignal.timeout(SETTLE_WITHIN_MS));
  await world.metrics.settled();
  await Promise.all(crowds.all.map((crowd) => crowd.rest()));
  const events = await recordLogs(world.postgres, history);
  return {
    seconds,
    events,
    aftermath: await readAftermath(world.postgres),
    servers: world.servers.length,
    settling,
    struck,
    deaths: world.deaths,
    kills: world.kills,
    startTimes: world.servers.flatMap(({ startTimes }) => startTimes),
    metrics: world.metrics,
    clientFaults: crowds.all.flatMap(({ faults }) => faults),
    count: crowds.counts(),
  };
}

async function seatCrowds(options: Options, random: SeededRandom, results: string, world: World) {
  const share = (whole: number): number => Math.max(1, Math.round(whole / options.drivers));
  const names = Array.from({ length: options.drivers }, (_, index) => `c${index + 1}`);
  const all = await Promise.all(names.map((name) => CrowdLink.start(name, world.reaper.started)));
  await Promise.all(
    all.map((crowd) =>
      crowd.begin({
        name: crowd.name,
        seed: random.fork(crowd.name).whole(0, 4_294_967_295),
        urls: world.servers.map(({ url }) => url),
        history: join(results, `${crowd.name}.jsonl`),
        rooms: share(options.rooms),
        clients: share(options.clients),
        people: options.people,
        rate: options.rate === 0 ? 0 : share(options.rate),
        roomLength: options.roomLength,
      }),
    ),
  );
  return {
    all,
    counts: () => (name: Parameters<typeof sumOf>[1]) => sumOf(all, name),
    [Symbol.dispose]: () => {
      for (const crowd of all) crowd[Symbol.dispose]();
    },
  };
}
