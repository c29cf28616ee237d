import { check, digestOf, type HistoryRecord, type Plan } from "@rejoin/testkit";
import { compareServers } from "./compare-servers.js";
import { isConverged, whyNotConverged } from "./converged.js";
import { committedLogs, keptLogs } from "./final-logs.js";
import { forbidRealTime, quiet } from "./no-real-time.js";
import { settleForTheAbsent } from "./settle-for-the-absent.js";
import { endOf, takeStep } from "./take-step.js";
import { World } from "./world.js";

/** How a run ended. */
export interface Outcome {
  /** What was wrong, the first thing first; empty where every promise was kept. */
  wrongs: readonly string[];
  coverage: Readonly<Record<string, number>>;
  /** How many things happened, one after the other. */
  moments: number;
  /** How long it took in the virtual time, in milliseconds. */
  lastedMs: number;
  /** A digest of all that was recorded: the same for the same plan. */
  trace: () => number;
  records: () => readonly HistoryRecord[];
}

/** How soon after the last fault everybody must be level, in milliseconds. */
const CONVERGED_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 500;
/** Nothing may go on for ever: a run with more moments than this has run away. */
const MOST_MOMENTS = 2_000_000;

/** Lets a plan happen, from the first moment until everything has come to rest, and judges it. */
export async function simulate(plan: Plan): Promise<Outcome> {
  const world = new World(plan);
  const allowRealTime = forbidRealTime((what) => world.wrongs.push(what));
  const unhandled = (error: unknown): void =>
    void world.wrongs.push(`nobody handled ${error instanceof Error ? error.stack : error}`);
  process.on("unhandledRejection", unhandled);
  const run = new Run(world);
  try {
    await run.play();
  } finally {
    process.off("unhandledRejection", unhandled);
    allowRealTime();
  }
  const { timeline, watch, wrongs, coverage } = world;
  if (wrongs.length === 0) await judge(world);
  return {
    wrongs,
    coverage: coverage.counts,
    moments: run.moments,
    lastedMs: timeline.now,
    trace: () => digestOf(watch.records),
    records: () => watch.records,
  };
}

class Run {
  moments = 0;
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  async play(): Promise<void> {
    const { plan, servers, timeline } = this.#world;
    for (const server of servers) server.start();
    for (const step of plan.steps) timeline.at(step.at, () => takeStep(this.#world, step));
    await this.#until(Math.max(0, ...plan.steps.map(endOf)) + 1);
    this.#world.clearUp();
    await this.#converge();
    if (this.#world.wrongs.length === 0) await this.#compareServers();
    // Looking takes its time, in which a room may have gone on by itself.
    await this.#converge();
  }

  async #converge(): Promise<void> {
    const { timeline, coverage, wrongs } = this.#world;
    const until = timeline.now + CONVERGED_WITHIN_MS;
    while (timeline.now < until && wrongs.length === 0) {
      await this.#until(timeline.now + LOOK_EVERY_MS);
      if (isConverged(this.#world)) return coverage.count("converged");
    }
    if (wrongs.length === 0) wrongs.push(`G10: not converged: ${whyNotConverged(this.#world)}`);
  }

  async #compareServers(): Promise<void> {
    const { timeline, wrongs } = this.#world;
    let done = false;
    const look = (): void =>
      void compareServers(this.#world).then(
        () => {
          done = true;
        },
        // A room may just be put away: it is there again when asked for again.
        () => timeline.after(LOOK_EVERY_MS, look),
      );
    look();
    await this.#until(timeline.now + 10_000, () => done);
    if (!done) wrongs.push("a server did not find its rooms");
  }

  async #until(time: number, done = () => false): Promise<void> {
    const { timeline, wrongs } = this.#world;
    while (wrongs.length === 0 && !done() && timeline.step(time)) {
      await quiet();
      this.moments += 1;
      if (this.moments > MOST_MOMENTS) wrongs.push("this goes on for ever");
    }
  }
}

/** What can only be told from the whole history: with the logs as they were committed, and as they are kept. */
async function judge(world: World): Promise<void> {
  const { watch, devices, wrongs, coverage } = world;
  settleForTheAbsent(world);
  for (const device of devices) device.rest();
  const happened = [...watch.records];
  const kept = await keptLogs(world);
  for (const log of committedLogs(world)) watch.record(log);
  const verdicts = [check(watch.records)];
  if (kept) {
    coverage.count("judged by a log that was trimmed");
    verdicts.push(check([...happened, ...kept.map((log) => ({ ...log, at: watch.now() }))]));
  }
  for (const { promise, name, detail } of verdicts.flatMap(({ violations }) => violations))
    wrongs.push(`${promise}: ${name}: ${detail}`);
}
