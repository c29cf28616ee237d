import { REJOIN } from "./contenders/all-contenders.js";
import type { ScenarioReport, Target } from "./report/report.js";

interface Aim {
  says: string;
  scenario: string;
  wanted: number;
  atLeast: boolean;
}

/** What Rejoin is built to reach, as ratios to plain Socket.IO: each to the main figure of a scenario. */
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
];

/** @returns those whose scenario was measured */
export function targetsOf(scenarios: readonly ScenarioReport[]): Target[] {
  return aims.flatMap(({ says, scenario, wanted, atLeast }) => {
    const report = scenarios.find(({ name }) => name === scenario);
    const got = report?.rows.find(({ name }) => name === REJOIN)?.ratio?.median;
    if (got === undefined || Number.isNaN(got)) return [];
    return [{ says, got, wanted, atLeast, met: atLeast ? got >= wanted : got <= wanted }];
  });
}
