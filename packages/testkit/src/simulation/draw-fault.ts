import type { Cast } from "./draw-plan.js";
import type { StepKind } from "./plan.js";
import type { SeededRandom } from "./seeded-random.js";

/** Draws one thing that goes wrong, or that people do to their devices. */
export function drawFault(random: SeededRandom, { devices, servers }: Cast): StepKind {
  const device = random.below(devices);
  const server = random.below(servers);
  const forMs = drawAbsence(random);
  switch (random.weighted(WEIGHTS)) {
    case "cut":
      return { do: "cut", device, noticed: random.chance(0.7) ? "soon" : "by silence" };
    case "hole":
      return { do: "hole", device, way: random.pick(["up", "down"]), forMs };
    case "offline":
      return { do: "offline", device, forMs, isTold: random.chance(0.6) };
    case "sleep":
      return { do: "sleep", device, forMs };
    case "reload":
      return { do: "reload", device };
    case "closePage":
      return { do: "close-page", device };
    case "openPage":
      return { do: "open-page", device };
    case "crash":
      return {
        do: "crash",
        server,
        when: random.pick(["now", "before-commit", "after-commit"]),
        backAfterMs: random.below(8_000),
      };
    case "drain":
      return { do: "drain", server, backAfterMs: random.below(5_000) };
    case "pause":
      return { do: "pause", server, forMs };
    case "jumpClock":
      return { do: "jump-clock", server, byMs: Math.round(random.between(-20_000, 20_000)) };
    case "loseDatabase":
      return { do: "lose-database", server: random.chance(0.5) ? "all" : server, forMs: random.below(6_000) };
  }
}

const WEIGHTS = {
  cut: 5,
  hole: 3,
  offline: 3,
  sleep: 3,
  reload: 4,
  closePage: 2,
  openPage: 2,
  crash: 5,
  drain: 2,
  pause: 2,
  jumpClock: 1,
  loseDatabase: 2,
} as const;

/** Most absences are short, some outlast every patience, and a few last for hours. */
function drawAbsence(random: SeededRandom): number {
  switch (random.weighted({ moment: 60, while: 60, hours: 1 })) {
    case "moment":
      return random.below(3_000);
    case "while":
      return Math.round(random.between(3_000, 28_000));
    case "hours":
      return Math.round(random.between(300_000, 1_500_000));
  }
}
