import type { Fault } from "./fault.js";

/** `kill -9` at any moment: of one server, or of several at once. */
export const kill: Fault = {
  name: "kill -9 at random",
  attack: "servers",
  weight: 8,
  async strike({ world }, random) {
    const ready = world.servers.filter(({ isReady }) => isReady);
    if (ready.length === 0) return null;
    const hit = random.chance(0.15) ? ready : [random.pick(ready)];
    for (const server of hit) server.kill("kill -9 at random");
    return hit.map(({ name }) => name).join(", ");
  },
};
