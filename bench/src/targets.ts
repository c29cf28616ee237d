import { REJOIN } from "./contenders/all-contenders.js";
import type { ScenarioReport, Target } from "./report/report.js";
import { LONGEST } from "./scenarios/join.js";

interface Aim {
  says: string;
  scenario: string;
  wanted: number;
  atLeast: boolean;
  /** Reads the ratio from the rows of the scenario: Rejoin's to the baseline, unless it says something else. */
  read?: (report: ScenarioReport) => number | undefined;
}

/** What Rejoin is built to reach: each is a ratio of the main figure of a scenario, mostly to plain Socket.IO's. */
const aims: readonly Aim[] = [
  { says: "events delivered, 10 rooms of 40, one in flight", scenario: "10x40x1", wanted: 4, atLeast: true },
  { says: "events delivered, 50 rooms of 4, ten in flight", scenario: "50x4x10", wanted: 2, atLeast: true },
  { says: "events delivered, 50 rooms of 4, one in flight", scenario: "50x4x1", wanted: 1, atLeast: true },
  {
    says: "p99 at a quarter of its most, 10 rooms of 40",
    scenario: "rate-10x40",
    wanted: 1.5,
    atLeast: false,
  },
  { says: "p99 at a quarter of its most, 50 rooms of 4", scenario: "rate-50x4", wanted: 1.5, atLeast: false },
  { says: "memory of an idle connection", scenario: "memory", wanted: 1.1, atLeast: false },
  {
    says: "time until 1,000 clients, 1,000 behind, are current: the fastest other's",
    scenario: "return-1000x1000",
    wanted: 5,
    atLeast: true,
    read: fastestOther,
  },
  ...["awake", "asleep"].map((rooms) => ({
    says: `joining a room of 100,000 events, ${rooms}: to one of 100`,
    scenario: `join-${rooms}`,
    wanted: 2,
    atLeast: false,
    read: (report: ScenarioReport) => ratioOf(report, LONGEST),
  })),
];

/** @returns those whose scenario was measured */
export function targetsOf(scenarios: readonly ScenarioReport[]): Target[] {
  return aims.flatMap(({ says, scenario, wanted, atLeast, read = ofRejoin }) => {
    const report = scenarios.find(({ name }) => name === scenario);
    const got = report && read(report);
    if (got === undefined || Number.isNaN(got)) return [];
    return [{ says, got, wanted, atLeast, met: atLeast ? got >= wanted : got <= wanted }];
  });
}

function ofRejoin(report: ScenarioReport): number | undefined {
  return ratioOf(report, REJOIN);
}

/** The least ratio of anybody else who came to an end. */
function fastestOther({ rows }: ScenarioReport): number | undefined {
  const others = rows.filter(({ name }) => name !== REJOIN).map(({ ratio }) => ratio?.median ?? Number.NaN);
  const done = others.filter((ratio) => !Number.isNaN(ratio));
  return done.length === 0 ? undefined : Math.min(...done);
}

function ratioOf({ rows }: ScenarioReport, name: string): number | undefined {
  return rows.find((row) => row.name === name)?.ratio?.median;
}
