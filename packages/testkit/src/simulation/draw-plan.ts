import { LIMITS } from "@rejoin/protocol";
import { drawFault } from "./draw-fault.js";
import {
  type DatabaseWeather,
  FAIR_DATABASE,
  type Plan,
  type PlannedRoom,
  type Step,
  type StepKind,
} from "./plan.js";
import { SeededRandom } from "./seeded-random.js";
import { FAIR_WEATHER, type Weather, type WireKind } from "./weather.js";

/** What a plan is drawn from. */
export interface Scene {
  seed: number;
  /** The games that may be played, by id. */
  games: readonly string[];
}

/** Draws everything that will happen in one run from its seed. */
export function drawPlan({ seed, games }: Scene): Plan {
  const random = new SeededRandom(seed);
  const memory: Plan["memory"] = random.chance(0.12) ? "short" : "long";
  const wire: WireKind = memory === "short" || random.chance(0.5) ? "stream" : "lossy";
  const people = Array.from({ length: Math.min(2 + random.below(4), 2 + random.below(5)) }, () =>
    random.chance(0.3) ? 2 : 1,
  );
  const rooms = Array.from(
    { length: 1 + random.below(3) },
    (): PlannedRoom => ({
      game: random.pick(games),
      visibility: random.chance(0.6) ? "public" : "private",
    }),
  );
  const servers = Array.from({ length: 1 + random.below(3) }, () =>
    random.chance(0.3) ? Math.round(random.between(-4_000, 4_000)) : 0,
  );
  const cast: Cast = {
    devices: people.reduce((sum, own) => sum + own, 0),
    rooms: rooms.length,
    servers: servers.length,
  };
  const faults = drawFaults(random, cast).filter((step) => memory === "long" || isOfDevice(step));
  const absence = memory === "short" ? drawLongAbsence(random, cast) : [];
  const lives = drawLives(random, cast);
  const bots = drawBots(random.fork("bots"), lives);
  const restored = drawRestored(random.fork("restored"), wire);
  const steps = [...lives, ...bots, ...faults, ...absence, ...restored].sort(
    (one, other) => one.at - other.at,
  );
  const weather = drawWeather(random, wire);
  const database = drawDatabase(random);
  const catchUpEvents = drawCatchUpEvents(random.fork("catch-up"));
  const shared = { seed, wire, servers, people, rooms, memory, catchUpEvents, steps };
  return memory === "long"
    ? { ...shared, weather, database }
    : { ...shared, weather: FAIR_WEATHER, database: FAIR_DATABASE };
}

/** Whether it comes from people's own doing, and their client knows of it soon. */
function isOfDevice(step: Step): boolean {
  return ["sleep", "offline", "reload", "close-page", "open-page"].includes(step.do);
}

/** How many there are of each. */
export interface Cast {
  devices: number;
  rooms: number;
  servers: number;
}

function drawLives(random: SeededRandom, { devices, rooms }: Cast): Step[] {
  const steps: Step[] = [];
  for (let device = 0; device < devices; device++)
    steps.push({ at: random.below(500), do: "open-page", device });
  for (let room = 0; room < rooms; room++) {
    const at = 500 + random.below(1_000);
    steps.push({ at, do: "create-room", device: random.below(devices), room });
    for (let device = 0; device < devices; device++)
      if (random.chance(0.8))
        steps.push({
          at: at + 100 + random.below(4_000),
          do: "enter",
          device,
          room,
          by: random.chance(0.7) ? "code" : "id",
        });
  }
  const lastsMs = random.between(4_000, 20_000);
  const acts = 15 + random.below(50);
  let at = 0;
  for (let act = 0; act < acts; act++) {
    // Some things happen all at once, so that they meet on their way.
    if (!random.chance(0.4)) at = Math.round(2_000 + random.next() * lastsMs);
    steps.push({ at: at + random.below(30), ...drawAct(random, devices, rooms) });
  }
  steps.push(...drawGames(random, rooms, lastsMs));
  if (random.chance(0.03))
    for (const device of [random.below(devices), random.below(devices)])
      steps.push({ at: 2_000, do: "chatter", device, room: random.below(rooms), times: 150 });
  return steps;
}

/** In some rooms whoever opened them wants to play against bots. */
function drawBots(random: SeededRandom, lives: readonly Step[]): Step[] {
  return lives.flatMap((step): Step[] => {
    if (step.do !== "create-room" || !random.chance(0.2)) return [];
    const { device, room } = step;
    return Array.from({ length: 1 + random.below(2) }, () => ({
      ...{ at: step.at + 800 + random.below(3_000), do: "call-bot" as const },
      ...{ device, room, strength: random.pick(["easy", "hard"] as const) },
    }));
  });
}

/** In some rooms a game is played without dawdling. */
function drawGames(random: SeededRandom, rooms: number, lastsMs: number): Step[] {
  const room = random.below(rooms);
  const plays = random.chance(0.5) ? 15 + random.below(45) : 0;
  return Array.from({ length: plays }, (_, play) => ({
    ...{ at: Math.round(3_500 + (play / plays) * lastsMs), do: "play" as const },
    ...{ room, dice: random.below(1_000_000) },
  }));
}

function drawAct(random: SeededRandom, devices: number, rooms: number): StepKind {
  const device = random.below(devices);
  const room = random.below(rooms);
  switch (random.weighted({ act: 40, enter: 3, letGo: 1, lobby: 1 })) {
    case "act":
      return { do: "act", device, room, dice: random.below(1_000_000) };
    case "enter":
      return { do: "enter", device, room, by: random.chance(0.5) ? "code" : "id" };
    case "letGo":
      return { do: "let-go", device, room };
    case "lobby":
      return { do: "visit-lobby", device, forMs: random.below(5_000) };
  }
}

function drawFaults(random: SeededRandom, cast: Cast): Step[] {
  const count = random.below(16);
  return Array.from({ length: count }, () => ({
    at: Math.round(random.between(1_000, 22_000)),
    ...drawFault(random, cast),
  }));
}

/**
 * Some databases go back to an earlier state. Where the wire reorders what a server says, it does so while none runs: a head
 * names no epoch, and is understood by what was said before it.
 */
function drawRestored(random: SeededRandom, wire: WireKind): Step[] {
  if (!random.chance(0.15)) return [];
  const copied = Math.round(random.between(1_000, 12_000));
  const servers = wire === "lossy" || random.chance(0.5) ? "stopped" : "running";
  return [
    { at: copied, do: "copy-database" },
    {
      at: copied + Math.round(random.between(500, 10_000)),
      ...{ do: "restore-database", servers, forMs: random.below(6_000) },
    },
  ];
}

/** Mostly nobody is too far behind. */
function drawCatchUpEvents(random: SeededRandom): number {
  return random.chance(0.7) ? LIMITS.catchUpEvents : 4 + random.below(60);
}

/** Somebody is away while so much is said that what they missed is not kept any more. */
function drawLongAbsence(random: SeededRandom, { devices, rooms }: Cast): Step[] {
  const away = random.below(devices);
  const talker = (away + 1) % devices;
  const room = random.below(rooms);
  return [
    { at: 6_000, do: "enter", device: away, room, by: "code" },
    { at: 6_000, do: "enter", device: talker, room, by: "code" },
    { at: 7_000, do: "sleep", device: away, forMs: 25_000 },
    { at: 8_000, do: "chatter", device: talker, room, times: 40 },
    { at: 26_000, do: "chatter", device: talker, room, times: 20 },
  ];
}

function drawWeather(random: SeededRandom, wire: Plan["wire"]): Weather {
  const isRough = random.chance(0.6);
  const some = (most: number): number => (isRough && random.chance(0.6) ? random.next() * most : 0);
  const least = random.between(1, 20);
  return {
    travelMs: [least, least + random.between(1, 80)],
    late: some(0.1),
    lateMs: random.between(100, 3_000),
    loss: wire === "lossy" ? some(0.15) : 0,
    repeat: wire === "lossy" ? some(0.2) : 0,
    cut: some(0.02),
  };
}

function drawDatabase(random: SeededRandom): DatabaseWeather {
  const isRough = random.chance(0.5);
  const some = (most: number): number => (isRough && random.chance(0.5) ? random.next() * most : 0);
  return {
    answerMs: [0.2, random.between(1, 20)],
    slow: some(0.1),
    slowMs: random.between(50, 1_500),
    fails: some(0.05),
    answerLost: some(0.1),
    doneLater: some(0.05),
  };
}
