import { allContenders, BASELINE } from "../contenders/all-contenders.js";
import { inTurns } from "../in-turns.js";
import type { ScenarioReport } from "../report/report.js";
import { measure } from "../trial.js";
import { closedColumns, DELIVERED, loadReport, openColumns } from "./load-report.js";
import type { Scenario, ScenarioParts } from "./scenario.js";
import { throughputName } from "./throughput.js";

interface Shape {
  rooms: number;
  members: number;
  /** Of what plain Socket.IO delivers at most. */
  share: number;
}

/** How long delivery takes at a rate that does not depend on it. */
export const rateScenarios: readonly Scenario[] = [
  rate({ rooms: 10, members: 40, share: 0.25 }),
  rate({ rooms: 50, members: 4, share: 0.25 }),
];

function rate({ rooms, members, share }: Shape): Scenario {
  const named = {
    name: `rate-${rooms}x${members}`,
    title: `${rooms} rooms of ${members} at a fixed rate, ${share} of plain Socket.IO's most`,
  };
  return {
    ...named,
    async measure(parts) {
      const { stand, options, contenders } = parts;
      const most = await mostOfBaseline(parts, { rooms, members });
      const messagesPerSecond = (most * share) / members;
      const load = {
        seating: { rooms, members },
        manner: { kind: "open", messagesPerSecond },
        warmUp: options.warmUp,
        seconds: options.seconds,
      } as const;
      const turns = await inTurns(contenders, options.repeat, (contender) => measure(stand, contender, load));
      const said = Math.round(messagesPerSecond);
      return loadReport(named, openColumns, turns, [
        `${said} messages a second are said, whatever comes of them, which are ${said * members} deliveries. Each wait counts`,
        "from when its message was to be said.",
      ]);
    },
  };
}

/** What plain Socket.IO delivered in this run in the same rooms with one in flight; measured now where it was not. */
async function mostOfBaseline(
  { stand, options: { warmUp, seconds }, before }: ScenarioParts,
  seating: { rooms: number; members: number },
): Promise<number> {
  const name = throughputName({ ...seating, inFlight: 1 });
  const known = deliveredBy(before.find((report) => report.name === name));
  if (known !== undefined) return known;
  const baseline = allContenders.filter((contender) => contender.name === BASELINE);
  const load = { seating, manner: { kind: "closed", inFlight: 1 }, warmUp, seconds } as const;
  const turns = await inTurns(baseline, 1, (contender) => measure(stand, contender, load));
  const measured = deliveredBy(loadReport({ name, title: name }, closedColumns, turns));
  if (measured === undefined)
    throw new Error(`Plain Socket.IO cannot be measured: ${turns.failures.join("; ")}`);
  return measured;
}

function deliveredBy(report: ScenarioReport | undefined): number | undefined {
  return report?.rows.find((row) => row.name === BASELINE)?.figures[DELIVERED]?.median;
}
