import { inTurns } from "../in-turns.js";
import { measure } from "../trial.js";
import { closedColumns, loadReport } from "./load-report.js";
import type { Scenario } from "./scenario.js";

interface Shape {
  rooms: number;
  members: number;
  inFlight: number;
}

/** How much is delivered when everybody goes on as soon as they are answered. */
export const throughputScenarios: readonly Scenario[] = [
  throughput({ rooms: 10, members: 40, inFlight: 1 }),
  throughput({ rooms: 50, members: 4, inFlight: 1 }),
  throughput({ rooms: 50, members: 4, inFlight: 10 }),
];

export function throughputName({ rooms, members, inFlight }: Shape): string {
  return `${rooms}x${members}x${inFlight}`;
}

function throughput({ rooms, members, inFlight }: Shape): Scenario {
  const named = {
    name: throughputName({ rooms, members, inFlight }),
    title: `${rooms} rooms of ${members}, each member with ${inFlight} of their messages in flight`,
  };
  return {
    ...named,
    async measure({ stand, options, contenders }) {
      const { warmUp, seconds } = options;
      const load = {
        seating: { rooms, members },
        manner: { kind: "closed", inFlight },
        warmUp,
        seconds,
      } as const;
      const turns = await inTurns(contenders, options.repeat, (contender) => measure(stand, contender, load));
      return loadReport(named, closedColumns, turns);
    },
  };
}
