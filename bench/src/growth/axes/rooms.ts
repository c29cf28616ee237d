import type { Axis } from "../axis.js";
import { Hearers } from "../clients/hearers.js";
import { costPanel, idlePanel, loadCost, memoryOf, memoryPanel, waitPanel } from "../load-cost.js";
import { sizesBetween } from "../sizes.js";

const MEMBERS = 2;
/** As many as can hear ten thousand rooms of two, at fifty rooms each: the same for every size. */
const CONNECTIONS = 400;
const COMMANDS_PER_SECOND = 400;
/** What fewer rooms take is lost in what the heap does by itself. */
const FEW = 100;
const KIB_A_MIB = 1_024;

/** More and more rooms, heard over the same connections, and the same commands a second spread over them. */
export const roomsAxis: Axis = {
  name: "rooms",
  title: "What a command costs, by the number of rooms",
  along: "rooms of two in use",
  panels: [
    costPanel,
    waitPanel,
    idlePanel,
    { title: "Memory of one room", unit: "KiB", series: [{ key: "perRoom", label: "on the server's heap" }] },
    memoryPanel,
  ],
  sizes: ({ quick }) => (quick ? [1, 10, 100] : sizesBetween(1, 10_000)),
  measure: (rooms, { stand, backing, rejoin, patience }) =>
    stand.with(rejoin, async (server) => {
      using speakers = new Hearers(CONNECTIONS, rooms, MEMBERS);
      await speakers.connect(server.url);
      const before = await memoryOf(server);
      await speakers.join();
      const memory = await memoryOf(server);
      const load = { backing, server, speakers, messagesPerSecond: COMMANDS_PER_SECOND, patience };
      const { figures, problems } = await loadCost(load);
      const perRoom = rooms < FEW ? Number.NaN : ((memory.heap - before.heap) * KIB_A_MIB) / rooms;
      return { figures: { ...figures, ...memory, perRoom }, problems };
    }),
};
