import type { PlayerId, RoomId } from "@rejoin/protocol";
import fc from "fast-check";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { MemoryLog } from "../log/memory-log.js";
import { MemoryPresence } from "../players/memory-presence.js";
import { AttendedServer } from "../testing/attended-server.js";
import { ada, bob } from "../testing/people.js";
import { fold, openTable } from "../testing/room-server.js";
import { SleepyProcess } from "../testing/sleepy-process.js";

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date", "performance"] }));
afterEach(() => vi.useRealTimers());

const LINGER_MS = 500;
const LEASE_MS = 2_000;
const COME_BACK_MS = 2_500;
/** The longest that a call to the database takes, there and back. */
const CALL_MS = 40;
/** From a player's coming or going to its being in the register and in the log, in every case: some twenty calls. */
const NOTICED_MS = 20 * CALL_MS;
const SERVERS = 3;

type Step = { afterMs: number } & (
  | { kind: "connect" | "disconnect"; player: number; server: number }
  | { kind: "kill" | "start" | "sleep" | "wake"; server: number }
);

const server = fc.nat({ max: SERVERS - 1 });
const afterMs = fc.oneof(fc.nat({ max: 60 }), fc.nat({ max: 700 }), fc.nat({ max: 4_000 }));
const move: fc.Arbitrary<Step> = fc.record({
  afterMs,
  kind: fc.constantFrom("connect" as const, "disconnect" as const),
  player: fc.nat({ max: 1 }),
  server,
});
const kill: fc.Arbitrary<Step> = fc.record({
  afterMs,
  kind: fc.constantFrom("kill" as const, "start" as const),
  server,
});
const pause: fc.Arbitrary<Step> = fc.record({
  afterMs,
  kind: fc.constantFrom("sleep" as const, "wake" as const),
  server,
});

const people = [ada, bob];

interface Life {
  process: SleepyProcess;
  server: AttendedServer;
  isAsleep: boolean;
}
interface Connection {
  player: PlayerId;
  life: Life;
  close: () => void;
}

/** Servers on one log and one register, players who come and go, and the truth about who was there when. */
class World {
  readonly log = new MemoryLog();
  readonly register = new MemoryPresence(LEASE_MS, () => Date.now());
  readonly lives: (Life | null)[] = Array.from({ length: SERVERS }, () => null);
  /** When each player was there and when not, one entry for each change. */
  readonly history = new Map<PlayerId, { at: number; there: boolean }[]>();
  readonly #delays: readonly number[];
  #connections: Connection[] = [];
  #calls = 0;
  #started = 0;

  constructor(delays: readonly number[]) {
    this.#delays = delays;
  }

  take(step: Step): void {
    const life = this.lives[step.server];
    if (step.kind === "connect") this.connect(step.server, people[step.player]?.id ?? "");
    if (step.kind === "disconnect") this.#disconnect(step.server, people[step.player]?.id ?? "");
    if (step.kind === "kill") this.#kill(step.server);
    if (step.kind === "start") this.start(step.server);
    if (step.kind === "sleep" && life) this.#sleep(life, true);
    if (step.kind === "wake" && life) this.#sleep(life, false);
    this.#note();
  }

  start(number: number): void {
    if (this.lives[number]) return;
    const process = new SleepyProcess();
    const delay = () => {
      this.#calls += 1;
      return this.#delays[this.#calls % this.#delays.length] ?? 0;
    };
    const server = new AttendedServer({
      log: process.over(this.log, delay),
      register: process.over(this.register, delay),
      clock: process.clock,
      lingerMs: LINGER_MS,
      timing: { leaseMs: LEASE_MS, comeBackMs: COME_BACK_MS },
      newServerId: () => {
        this.#started += 1;
        return `server ${this.#started}`;
      },
    });
    this.lives[number] = { process, server: server.start(), isAsleep: false };
  }

  connect(number: number, player: PlayerId): void {
    const life = this.lives[number];
    if (!life || life.isAsleep) return;
    this.#connections.push({ player, life, close: life.server.connect({ id: player }) });
    this.#note();
  }

  isThere(player: PlayerId): boolean {
    return this.#connections.some((one) => one.player === player && !one.life.isAsleep);
  }

  #disconnect(number: number, player: PlayerId): void {
    const life = this.lives[number];
    const connection = this.#connections.find((one) => one.player === player && one.life === life);
    this.#connections = this.#connections.filter((one) => one !== connection);
    if (connection) connection.life.process.run(connection.close);
  }

  #kill(number: number): void {
    const life = this.lives[number];
    life?.process.sleep();
    this.lives[number] = null;
    this.#connections = this.#connections.filter((one) => one.life !== life);
  }

  #sleep(life: Life, isAsleep: boolean): void {
    life.isAsleep = isAsleep;
    if (isAsleep) life.process.sleep();
    else life.process.wake();
  }

  #note(): void {
    for (const { id } of people) {
      const history = this.history.get(id) ?? [];
      this.history.set(id, history);
      if (history.at(-1)?.there !== this.isThere(id))
        history.push({ at: Date.now(), there: this.isThere(id) });
    }
  }
}

async function play(
  steps: readonly Step[],
  delays: readonly number[],
): Promise<{ world: World; room: RoomId }> {
  vi.clearAllTimers();
  const world = new World(delays);
  const room = await openTable(world.log, { timing: { graceMs: 1_000_000_000 } });
  for (let number = 0; number < SERVERS; number += 1) world.start(number);
  for (const who of people) {
    world.connect(0, who.id);
    const seated = world.lives[0]?.server.server.say(room, who, { type: "take-seat" });
    await vi.advanceTimersByTimeAsync(NOTICED_MS);
    expect(await seated).toMatchObject({ ok: true });
  }
  for (const step of steps) {
    await vi.advanceTimersByTimeAsync(step.afterMs);
    world.take(step);
  }
  return { world, room };
}

/** Whatever happened, soon after it is over the log says of everybody what is true. */
async function expectTruth(world: World, room: RoomId): Promise<void> {
  for (let number = 0; number < SERVERS; number += 1) {
    world.take({ afterMs: 0, kind: "wake", server: number });
    world.start(number);
  }
  await vi.advanceTimersByTimeAsync(LINGER_MS + 2 * LEASE_MS + 2 * COME_BACK_MS + 2 * NOTICED_MS);
  const { seats } = (await fold(world.log, room)).state;
  for (const { id } of people) {
    const seat = seats.find((one) => one?.player === id);
    expect([id, seat?.presence.kind]).toEqual([id, world.isThere(id) ? "here" : "dropped"]);
  }
}

async function absences(world: World, room: RoomId): Promise<{ player: PlayerId; at: number }[]> {
  const { events } = await fold(world.log, room);
  return events.flatMap(({ type, at, data }) =>
    type === "player-dropped" && "player" in data ? [{ player: data.player, at }] : [],
  );
}

/** Whether somebody was away for longer than they are waited for, and not back long enough for that to be noticed. */
function wasAway(world: World, player: PlayerId, at: number): boolean {
  const history = world.history.get(player) ?? [];
  return history.some((change, index) => {
    const until = Math.min(history[index + 1]?.at ?? at, at);
    return !change.there && until - change.at >= LINGER_MS && until >= at - NOTICED_MS;
  });
}

const delays = fc.array(fc.nat({ max: CALL_MS / 2 }), { minLength: 1, maxLength: 20 });

it("SEAT-11 many servers, moved between, killed and started: nobody who is there is noted as absent, and the log comes true", async () => {
  const met = { absences: 0, returns: 0, kills: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof({ weight: 5, arbitrary: move }, { weight: 1, arbitrary: kill }), {
        minLength: 3,
        maxLength: 25,
      }),
      delays,
      async (steps, delays) => {
        const { world, room } = await play(steps, delays);
        await expectTruth(world, room);
        const noted = await absences(world, room);
        for (const { player, at } of noted)
          expect([player, at, wasAway(world, player, at)]).toEqual([player, at, true]);
        const { events } = await fold(world.log, room);
        met.absences += noted.length;
        met.returns += events.filter(({ type }) => type === "player-returned").length;
        met.kills += steps.filter(({ kind }) => kind === "kill").length;
      },
    ),
    { numRuns: 200 },
  );
  for (const [what, times] of Object.entries(met)) expect(times, what).toBeGreaterThan(20);
}, 120_000);

it("SEAT-12 many servers that fall asleep and wake at any moment: the log comes true", async () => {
  let sleeps = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(
          { weight: 4, arbitrary: move },
          { weight: 2, arbitrary: pause },
          { weight: 1, arbitrary: kill },
        ),
        { minLength: 3, maxLength: 40 },
      ),
      delays,
      async (steps, delays) => {
        const { world, room } = await play(steps, delays);
        await expectTruth(world, room);
        sleeps += steps.filter(({ kind }) => kind === "sleep").length;
      },
    ),
    { numRuns: 200 },
  );
  expect(sleeps).toBeGreaterThan(20);
}, 120_000);
