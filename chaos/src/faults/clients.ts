import { KIND } from "../crowd/unkind-wire.js";
import { pause } from "../pause.js";
import type { Fault } from "./fault.js";

/** Everybody is cut off at once, and everybody comes back at once. */
const herd: Fault = {
  name: "all clients cut at once",
  attack: "clients",
  weight: 2,
  async strike({ world }, random, called) {
    const ms = random.whole(0, 1_500);
    for (const { front } of world.servers) front.cut();
    await pause(ms, called);
    for (const { front } of world.servers) front.restore();
    return `${ms} ms`;
  },
};

/** Pages are loaded again, with whatever is on its way. */
const reload: Fault = {
  name: "pages loaded again",
  attack: "clients",
  weight: 3,
  async strike({ crowds }, random) {
    const pages = random.whole(1, 5);
    for (const crowd of crowds) crowd.say({ kind: "reload", pages });
    return `${pages} pages`;
  },
};

/** Packets and acknowledgements are lost, come twice, and overtake one another. */
const unkindWires: Fault = {
  name: "packets lost, repeated and late",
  attack: "clients",
  weight: 4,
  async strike({ crowds }, random, called) {
    const ms = random.whole(1_000, 6_000);
    const conditions = {
      lose: random.next() * 0.2,
      repeat: random.next() * 0.2,
      lateMs: random.chance(0.5) ? random.whole(1, 150) : 0,
    };
    for (const crowd of crowds) crowd.say({ kind: "wire", conditions });
    await pause(ms, called);
    for (const crowd of crowds) crowd.say({ kind: "wire", conditions: KIND });
    return `${ms} ms`;
  },
};

/** What happens to players' pages and to what they say. */
export const clientFaults: readonly Fault[] = [herd, reload, unkindWires];
