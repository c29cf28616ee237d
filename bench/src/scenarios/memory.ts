import { BASELINE } from "../contenders/all-contenders.js";
import type { Contender } from "../contenders/contender.js";
import { inTurns } from "../in-turns.js";
import type { Column } from "../report/report.js";
import { type Figures, rowsOf } from "../report/rows.js";
import type { MeasuredServer } from "../servers/measured-server.js";
import type { Stand } from "../stand.js";
import type { Scenario } from "./scenario.js";

const MEMBERS = 4;
const KIB = 1_024;

export const PER_CONNECTION = "perConnection";

const columns: readonly Column[] = [
  { key: PER_CONNECTION, label: "KiB/connection", digits: 1, isMain: true },
  { key: "heapPerConnection", label: "of that on its heap", digits: 1 },
  { key: "fromEmpty", label: "from empty on", digits: 1 },
  { key: "heapPerRoom", label: `KiB of heap/room of ${MEMBERS}`, digits: 1 },
  { key: "empty", label: "MB when empty", digits: 0 },
];

const named = { name: "memory", title: "Memory of the server process" };

/** What an idle connection and a room cost in memory. */
export const memoryScenario: Scenario = {
  ...named,
  async measure({ stand, options, contenders }) {
    const rooms = Math.floor((options.connections * 2) / MEMBERS);
    const turns = await inTurns(contenders, options.repeat, (contender) =>
      stand.with(contender, (server) => figuresOf(stand, contender, server, rooms)),
    );
    return {
      ...named,
      baseline: BASELINE,
      columns,
      rows: rowsOf(turns.results, PER_CONNECTION, BASELINE),
      notes: [
        `${options.connections} connections that are let in and hear no room, beside as many that were there before: what a process`,
        `takes for its own use when the first ones come is not theirs. Then all join ${rooms} rooms. After collecting garbage.`,
      ],
      problems: turns.failures,
    };
  },
};

async function figuresOf(
  { drivers }: Stand,
  { speaks }: Contender,
  server: MeasuredServer,
  rooms: number,
): Promise<Figures> {
  const empty = await server.inUse();
  await drivers.seat(server.url, speaks, { rooms, members: MEMBERS });
  await drivers.connect(0.5);
  const half = await server.inUse();
  await drivers.connect();
  const connected = await server.inUse();
  await drivers.join();
  const joined = await server.inUse();
  await drivers.leave();
  const each = (bytes: number, count: number): number => bytes / count / KIB;
  const connections = (rooms * MEMBERS) / 2;
  return {
    [PER_CONNECTION]: each(connected.all - half.all, connections),
    heapPerConnection: each(connected.heap - half.heap, connections),
    fromEmpty: each(connected.all - empty.all, connections * 2),
    perRoom: each(joined.all - connected.all, rooms),
    heapPerRoom: each(joined.heap - connected.heap, rooms),
    empty: empty.all / KIB / KIB,
  };
}
