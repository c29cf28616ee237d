import { BASELINE } from "../contenders/all-contenders.js";
import type { Turns } from "../in-turns.js";
import type { Column, ScenarioReport } from "../report/report.js";
import { type Figures, rowsOf } from "../report/rows.js";
import type { Trial } from "../trial.js";

export const DELIVERED = "delivered";
export const P99 = "p99";

const delivered: Column = { key: DELIVERED, label: "events/s", digits: 0, isMain: true };
const latency: readonly Column[] = [
  { key: "p50", label: "p50 ms", digits: 1 },
  { key: P99, label: "p99 ms", digits: 1 },
  { key: "p999", label: "p99.9 ms", digits: 1 },
];
const costs: readonly Column[] = [
  { key: "serverCpu", label: "cpu us/event", digits: 2 },
  { key: "postgresCpu", label: "postgres", digits: 2 },
  { key: "redisCpu", label: "redis", digits: 2 },
  { key: "driversCpu", label: "clients", digits: 2 },
  { key: "bytes", label: "bytes/event", digits: 0 },
  { key: "loopP99", label: "loop p99 ms", digits: 1 },
  { key: "megabytes", label: "MB", digits: 0 },
];

/** For loads that are as fast as they are answered: compared by what is delivered. */
export const closedColumns: readonly Column[] = [delivered, ...latency, ...costs];
/** For loads at a rate: compared by the wait that one in a hundred exceeds. */
export const openColumns: readonly Column[] = [
  ...latency.map((column) => ({ ...column, isMain: column.key === P99 })),
  { ...delivered, isMain: false },
  ...costs,
];

/** What came of one load on several contenders. */
export function loadReport(
  { name, title }: { name: string; title: string },
  columns: readonly Column[],
  { results, failures }: Turns<Trial>,
  notes: readonly string[] = [],
): ScenarioReport {
  const main = columns.find(({ isMain }) => isMain)?.key ?? DELIVERED;
  const figures = new Map(
    [...results].map(([who, all]) => [who, all.map((trial) => trial && figuresOf(trial))]),
  );
  const seen = (look: (who: string, trial: Trial) => string[]): string[] => [
    ...new Set([...results].flatMap(([who, all]) => all.flatMap((trial) => (trial ? look(who, trial) : [])))),
  ];
  return {
    name,
    title,
    baseline: BASELINE,
    columns,
    rows: rowsOf(figures, main, BASELINE),
    notes: [...notes, ...seen(hitches)],
    problems: [...seen(losses), ...failures],
  };
}

function figuresOf(trial: Trial): Figures {
  const { latency, cpuMicros, bytes, loop } = trial;
  return {
    [DELIVERED]: trial.deliveredPerSecond,
    acknowledged: trial.acknowledgedPerSecond,
    p50: latency.p50,
    [P99]: latency.p99,
    p999: latency.p999,
    serverCpu: cpuMicros.server,
    postgresCpu: cpuMicros.postgres,
    redisCpu: cpuMicros.redis,
    driversCpu: cpuMicros.drivers,
    bytes: bytes.received,
    bytesSent: bytes.sent,
    loopP50: loop.p50,
    loopP99: loop.p99,
    loopMax: loop.max,
    megabytes: trial.resident / 1_048_576,
  };
}

/** What cost time, and is no loss. */
function hitches(who: string, { hitches }: Trial): string[] {
  return Object.entries(hitches).map(([what, count]) => `${who}: ${count} times ${what}.`);
}

function losses(who: string, { rest }: Trial): string[] {
  const lost = rest.undelivered > 0 ? [`${rest.undelivered} deliveries never came`] : [];
  return [...lost, ...rest.problems].map((what) => `${who}: ${what}.`);
}
