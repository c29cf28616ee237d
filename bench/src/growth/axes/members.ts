import { Drivers } from "../../driver/drivers.js";
import type { Axis } from "../axis.js";
import { costPanel, loadCost, memoryOf, memoryPanel, waitPanel } from "../load-cost.js";
import { sizesBetween } from "../sizes.js";

const MOST_COMMANDS_PER_SECOND = 200;
/** Moderate for a machine of two processors that clients share. */
const MOST_DELIVERIES_PER_SECOND = 20_000;

/** One room, of more and more of those who are connected: as many as the largest room has, at every size. */
export const membersAxis: Axis = {
  name: "members",
  title: "What a command costs, by the members of its room",
  along: "members of the room",
  panels: [
    costPanel,
    {
      title: "The same, for each member who hears it",
      unit: "µs",
      series: [{ key: "serverPerDelivery", label: "server" }],
    },
    waitPanel,
    memoryPanel,
  ],
  sizes: ({ quick }) => (quick ? [2, 10, 100] : sizesBetween(2, 1_000)),
  measure: (members, { stand, backing, rejoin, patience, largest }) =>
    stand.with(rejoin, async (server) => {
      const others = largest - members;
      using idle = new Drivers(1);
      using speakers = new Drivers(1);
      if (others > 0) await idle.seat(server.url, rejoin.speaks, { rooms: others, members: 1 });
      await idle.connect();
      await speakers.seat(server.url, rejoin.speaks, { rooms: 1, members });
      await speakers.connect();
      await speakers.join();
      const memory = await memoryOf(server);
      const messagesPerSecond = Math.min(MOST_COMMANDS_PER_SECOND, MOST_DELIVERIES_PER_SECOND / members);
      const load = { backing, server, speakers, messagesPerSecond, patience };
      const { figures, problems } = await loadCost(load);
      return { figures: { ...figures, ...memory }, problems };
    }),
};
