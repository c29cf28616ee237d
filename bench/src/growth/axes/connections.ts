import { Drivers } from "../../driver/drivers.js";
import type { MeasuredServer } from "../../servers/measured-server.js";
import type { Axis, AxisParts } from "../axis.js";
import { costPanel, idlePanel, loadCost, memoryOf, memoryPanel, waitPanel } from "../load-cost.js";
import { sizesBetween } from "../sizes.js";

/** Members of each room, also of the one in which somebody speaks. */
const MEMBERS = 10;
const COMMANDS_PER_SECOND = 100;
/** Processes for those who are silent: one alone would be what they wait for when they connect. */
const PROCESSES = 3;
const KIB_A_MIB = 1_024;
const MOST = 10_000;

/** More and more connections in rooms of ten, of which all but one are silent. */
export const connectionsAxis: Axis = {
  name: "connections",
  title: "What connections cost that are there, in rooms of ten, and silent but for one room",
  along: "connections",
  panels: [
    {
      title: "Time until all are connected, and have joined",
      unit: "s",
      series: [
        { key: "connectSeconds", label: "signed in and connected" },
        { key: "joinSeconds", label: "and joined" },
      ],
    },
    {
      title: "Memory of one connection",
      unit: "KiB",
      series: [
        { key: "perConnection", label: "connected" },
        { key: "heapPerConnection", label: "of that on the heap" },
        { key: "heapPerMember", label: "more on the heap, in a room" },
      ],
    },
    memoryPanel,
    idlePanel,
    costPanel,
    waitPanel,
  ],
  sizes: ({ quick }) => (quick ? [30, 100, 300] : sizesBetween(100, MOST)),
  measure: (connections, parts) =>
    parts.stand.with(parts.rejoin, (server) => measureOn(server, connections, parts)),
};

async function measureOn(
  server: MeasuredServer,
  connections: number,
  { backing, rejoin, patience }: AxisParts,
) {
  using silent = new Drivers(PROCESSES);
  using speakers = new Drivers(1);
  const seating = { rooms: connections / MEMBERS - 1, members: MEMBERS };
  await silent.seat(server.url, rejoin.speaks, seating);
  await speakers.seat(server.url, rejoin.speaks, { rooms: 1, members: MEMBERS });
  const each = (work: (drivers: Drivers) => Promise<void>) => () => Promise.all([silent, speakers].map(work));
  const connect = (share: number) => secondsOf(each((drivers) => drivers.connect(share)));
  const firstHalf = await connect(0.5);
  const half = await memoryOf(server);
  const secondHalf = await connect(1);
  const connected = await memoryOf(server);
  const joinSeconds = await secondsOf(each((drivers) => drivers.join()));
  const joined = await memoryOf(server);
  const load = { backing, server, speakers, messagesPerSecond: COMMANDS_PER_SECOND, patience };
  const { figures, problems } = await loadCost(load);
  const { problems: ofSilent } = await silent.rest();
  const kib = (mib: number, count: number): number => (mib * KIB_A_MIB) / count;
  return {
    figures: {
      ...figures,
      ...joined,
      connectSeconds: firstHalf + secondHalf,
      joinSeconds,
      // What a process takes for its own use when the first ones come is not theirs.
      perConnection: kib(connected.memory - half.memory, connections / 2),
      heapPerConnection: kib(connected.heap - half.heap, connections / 2),
      heapPerMember: kib(joined.heap - connected.heap, connections),
    },
    problems: [...problems, ...ofSilent],
  };
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1_000;
}
