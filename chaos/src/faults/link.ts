import type { SeededRandom, TcpProxy } from "@rejoin/testkit";
import { pause } from "../pause.js";
import type { Fault } from "./fault.js";

/** A fault of one network link, before a server or behind it. */
interface LinkFault {
  name: string;
  weight: number;
  /** How long it lasts, in milliseconds: at least and at most. */
  lasts: readonly [number, number];
  spoil(link: TcpProxy, random: SeededRandom): void;
  mend(link: TcpProxy): void;
}

const resume = (link: TcpProxy): void => link.resume();

const linkFaults: readonly LinkFault[] = [
  {
    name: "latency",
    weight: 3,
    lasts: [1_000, 6_000],
    spoil: (link, random) => link.delay(random.whole(20, 400)),
    mend: (link) => link.delay(0),
  },
  {
    name: "resets",
    weight: 4,
    lasts: [0, 0],
    spoil: (link) => link.resetAll(),
    mend: () => {},
  },
  {
    name: "refused connections",
    weight: 3,
    lasts: [200, 4_000],
    spoil: (link) => link.cut(),
    mend: (link) => link.restore(),
  },
  {
    name: "black hole to the server",
    weight: 2,
    lasts: [500, 18_000],
    spoil: (link) => link.stall("to-server"),
    mend: resume,
  },
  {
    name: "black hole to the client",
    weight: 2,
    lasts: [500, 18_000],
    spoil: (link) => link.stall("to-client"),
    mend: resume,
  },
  {
    name: "black hole both ways",
    weight: 2,
    lasts: [500, 18_000],
    spoil: (link) => link.stall(),
    mend: resume,
  },
  {
    name: "one byte a second",
    weight: 2,
    lasts: [2_000, 8_000],
    spoil: (link) => link.throttle(1),
    mend: (link) => link.throttle(Number.POSITIVE_INFINITY),
  },
];

function onLinks(which: "front" | "back", where: string, share: number): Fault[] {
  return linkFaults.map(({ name, weight, lasts, spoil, mend }) => ({
    name: `${name}, ${where}`,
    attack: "network",
    weight: weight * share,
    async strike({ world }, random, called) {
      const server = random.pick(world.servers);
      const ms = random.whole(...lasts);
      spoil(server[which], random);
      await pause(ms, called);
      mend(server[which]);
      return `${server.name}, ${ms} ms`;
    },
  }));
}

/** Every fault of a link, between players and a server, and between a server and Postgres. */
export const linkFaultsOfBoth: readonly Fault[] = [
  ...onLinks("front", "players to server", 1),
  ...onLinks("back", "server to Postgres", 0.6),
];
