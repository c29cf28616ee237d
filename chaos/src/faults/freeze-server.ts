import { pause } from "../pause.js";
import type { Fault } from "./fault.js";

/** Longer than any lease or ping that others count on, and shorter than all of them. */
const SHORT_MS = [200, 2_000] as const;
const LONG_MS = [16_000, 20_000] as const;

/** SIGSTOP and SIGCONT: a server that was gone for a while and does not know it. */
export const freezeServer: Fault = {
  name: "SIGSTOP of a server",
  attack: "servers",
  weight: 1.2,
  async strike({ world }, random, called) {
    const ready = world.servers.filter(({ isReady }) => isReady);
    if (ready.length === 0) return null;
    const server = random.pick(ready);
    const ms = random.chance(0.25) ? random.whole(...LONG_MS) : random.whole(...SHORT_MS);
    server.freeze();
    await pause(ms, called);
    server.thaw();
    return `${server.name}, ${ms} ms`;
  },
};
