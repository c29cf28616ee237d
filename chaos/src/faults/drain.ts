import type { Fault } from "./fault.js";

/** SIGTERM under load: it must finish what is under way and go. */
export const drain: Fault = {
  name: "SIGTERM",
  attack: "servers",
  weight: 2,
  async strike({ world }, random) {
    const ready = world.servers.filter(({ isReady }) => isReady);
    if (ready.length === 0) return null;
    const server = random.pick(ready);
    const { code } = await server.drain("SIGTERM");
    return `${server.name}, exit ${code}`;
  },
};
