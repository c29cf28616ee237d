import type { Verdict } from "@rejoin/testkit";
import type { Aftermath } from "./aftermath.js";
import type { CrowdCounts } from "./crowd/messages.js";
import type { Options } from "./options.js";
import type { Settling } from "./settle.js";
import type { MetricsWatch } from "./world/metrics-watch.js";
import type { Tally } from "./world/tally.js";

/** What a run saw. */
export interface Seen {
  seconds: number;
  events: number;
  aftermath: Aftermath;
  /** How many servers there are at a time. */
  servers: number;
  settling: Settling;
  struck: Tally;
  deaths: Tally;
  kills: number;
  startTimes: readonly number[];
  metrics: MetricsWatch;
  clientFaults: readonly string[];
  count: (name: keyof CrowdCounts) => number;
  verdict: Verdict;
  judgedInMs: number;
}

/** A run in figures: what `--json` writes. */
export interface RunReport {
  passed: boolean;
  /** Why it did not pass, in sentences. */
  problems: string[];
  seed: number;
  profile: string;
  /** As many things as the run must have seen for its verdict to mean anything. */
  nonVacuity: Record<string, number>;
  figures: Record<string, number | null>;
  deaths: Record<string, number>;
  faults: Record<string, number>;
  violations: Record<string, number>;
  verdict: Verdict;
}

/** Makes of what was seen a report with a verdict. */
export function judge(seen: Seen, options: Options): RunReport {
  const nonVacuity = nonVacuityOf(seen);
  const vacuous = Object.entries(nonVacuity).filter(([, count]) => count === 0);
  const problems = [
    ...Object.entries(seen.verdict.found).map(([name, count]) => `Violated: ${name}, ${count} times.`),
    ...(seen.settling.afterMs === null
      ? [`Not level in the end: ${seen.settling.behind.slice(0, 5).join("; ")}.`]
      : []),
    ...(seen.count("accepted") === 0 ? ["Nothing was acknowledged, so nothing is proven."] : []),
    ...seen.clientFaults.map((what) => `A client survived what should not happen: ${what}`),
    ...(options.mustProve
      ? vacuous.map(([name]) => `It proves nothing about "${name}": that never happened.`)
      : []),
  ];
  return {
    passed: problems.length === 0,
    problems,
    seed: options.seed,
    profile: options.profile,
    nonVacuity,
    figures: figuresOf(seen),
    deaths: seen.deaths.toJSON(),
    faults: seen.struck.toJSON(),
    violations: seen.verdict.found,
    verdict: seen.verdict,
  };
}

function figuresOf({ count, seconds, settling, startTimes, ...seen }: Seen): Record<string, number | null> {
  const accepted = count("accepted");
  return {
    "seconds of attack": Math.round(seconds),
    "commands acknowledged": accepted,
    "acknowledged a second": Math.round(accepted / seconds),
    "commands refused": count("refused"),
    "events in the logs": seen.events,
    "rooms opened": count("roomsOpened"),
    "rooms played to their end": count("roomsClosed"),
    "servers killed (kill -9)": seen.kills,
    "servers ended, all causes": seen.deaths.total,
    "faults struck": seen.struck.total,
    "readers parked": seen.metrics.sums.of("rejoin_parkings_total"),
    "connections lost": count("connectionsLost"),
    "pages loaded again": count("reloads"),
    "packets lost by the wire": count("packetsLost"),
    "packets repeated by the wire": count("packetsRepeated"),
    "a server's start, median, ms": median(startTimes),
    "all level after the last fault, ms": settling.afterMs === null ? null : Math.round(settling.afterMs),
    "judging, ms": Math.round(seen.judgedInMs),
  };
}

function nonVacuityOf({ count, deaths, metrics, ...seen }: Seen): Record<string, number> {
  const { snapshots, leases, events } = seen.aftermath;
  return {
    "kills before the commit": deaths.of("kill -9 before-commit"),
    "kills after the commit, before anybody knew": deaths.of("kill -9 after-commit"),
    "kills before the broadcast": deaths.of("kill -9 before-broadcast"),
    "kills after the broadcast, before the answer": deaths.of("kill -9 after-broadcast"),
    "answers to a command asked again": count("repeated"),
    "catch-ups by events": count("catchUps"),
    "snapshots heard": count("snapshots"),
    "append conflicts": metrics.sums.of('rejoin_appends_total{result="conflict"}'),
    "appends of a command that was in the log": metrics.sums.of('rejoin_appends_total{result="known"}'),
    "commands that survived a reload": count("survivedReload"),
    "snapshots kept": snapshots,
    "leases of dead servers taken over": Math.max(0, seen.kills - Math.max(0, leases - seen.servers)),
    "players dropped": events["player-dropped"] ?? 0,
    "players returned": events["player-returned"] ?? 0,
  };
}

function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length / 2)];
  return middle === undefined ? null : Math.round(middle);
}
