import type { PlayerId, RoomId } from "@rejoin/protocol";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { systemClock } from "../clock.js";
import { MemoryLog } from "../log/memory-log.js";
import { FaultyLog } from "../testing/faulty-log.js";
import { ada, bob, type Somebody } from "../testing/people.js";
import { fold, openTable, RoomServer } from "../testing/room-server.js";
import { AlarmClock } from "./alarm-clock.js";
import { Presence } from "./presence.js";
import { SeatKeeper } from "./seat-keeper.js";
import { Sweeper } from "./sweeper.js";

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] }));
afterEach(() => vi.useRealTimers());

const LINGER_MS = 1_000;
const GRACE_MS = 30_000;

/** A server's rooms, with all that looks after seats. */
class Running {
  readonly presence: Presence;
  readonly server: RoomServer;
  readonly #alarms = new AlarmClock(systemClock);
  readonly #sweeper: Sweeper;

  constructor(log: FaultyLog) {
    const seats: SeatKeeper = new SeatKeeper(
      (player) => this.presence.isHere(player),
      LINGER_MS,
      systemClock,
    );
    this.presence = new Presence({
      clock: systemClock,
      lingerMs: LINGER_MS,
      arrived: (player) => seats.arrived(player),
      left: (player) => seats.left(player),
    });
    this.server = new RoomServer(log, {
      loaded: (room) => {
        this.#alarms.set(room);
        seats.loaded(room);
      },
      committed: (room) => {
        this.#alarms.set(room);
        seats.changed(room);
      },
    });
    this.#sweeper = new Sweeper(log, this.server.rooms, systemClock);
    this.#sweeper.start();
  }

  /** Connects somebody. @returns what to call when that connection is lost */
  connect({ id }: Somebody): () => void {
    return this.presence.connected(id);
  }

  /** Ends as a killed process does: nothing more is written, and nobody was told. */
  die(): void {
    this.presence.stop();
    this.#alarms.stop();
    this.#sweeper.stop();
    vi.clearAllTimers();
  }
}

let memory: MemoryLog;
let log: FaultyLog;
let running: Running;
let id: RoomId;

beforeEach(async () => {
  memory = new MemoryLog();
  log = new FaultyLog(memory);
  running = new Running(log);
  id = await openTable(log, { timing: { graceMs: GRACE_MS, countdownMs: 0 } });
});
afterEach(() => running.die());

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const about = async (player: PlayerId) =>
  (await fold(memory, id)).events.flatMap(({ type, data }) =>
    "player" in data && data.player === player ? [type] : [],
  );
const seatOf = async (player: PlayerId) =>
  (await fold(memory, id)).state.seats.find((seat) => seat?.player === player);

async function sit(who: Somebody): Promise<() => void> {
  const leave = running.connect(who);
  await running.server.say(id, who, { type: "take-seat" });
  return leave;
}
async function play(): Promise<Record<"ada" | "bob", () => void>> {
  const leave = { ada: await sit(ada), bob: await sit(bob) };
  for (const who of [ada, bob]) await running.server.say(id, who, { type: "ready", ready: true });
  await pass(10);
  expect((await fold(memory, id)).state.phase.kind).toBe("playing");
  return leave;
}

describe("a seat", () => {
  it("SEAT-2 a reload writes nothing", async () => {
    const leave = await sit(ada);
    leave();
    await pass(LINGER_MS - 1);
    running.connect(ada);
    await pass(GRACE_MS * 2);
    expect(await about(ada.id)).toEqual([]);
  });

  it("SEAT-5 of a player whose connections are lost is held until a time that is in the log", async () => {
    const leave = await sit(ada);
    leave();
    await pass(LINGER_MS);
    expect(await about(ada.id)).toEqual(["player-dropped"]);
    expect((await seatOf(ada.id))?.presence).toEqual({ kind: "dropped", until: Date.now() + GRACE_MS });
  });

  it("SEAT-5 is theirs again when they come back in time, once", async () => {
    const leave = await sit(ada);
    leave();
    await pass(LINGER_MS + GRACE_MS - 1);
    running.connect(ada);
    running.connect(ada);
    await pass(GRACE_MS * 2);
    expect(await about(ada.id)).toEqual(["player-dropped", "player-returned"]);
    expect((await seatOf(ada.id))?.presence).toEqual({ kind: "here" });
  });

  it("SEAT-6 is free after that time while a table gathers", async () => {
    const leave = await sit(ada);
    leave();
    await pass(LINGER_MS + GRACE_MS);
    expect(await about(ada.id)).toEqual(["player-dropped", "player-gone"]);
    expect(await seatOf(ada.id)).toBeUndefined();
  });

  it("SEAT-7 is kept in the middle of a game, and theirs when they come back at last", async () => {
    const leave = await play();
    leave.ada();
    await pass(LINGER_MS + GRACE_MS);
    expect(await about(ada.id)).toEqual(["player-dropped", "player-gone"]);
    expect((await seatOf(ada.id))?.presence).toEqual({ kind: "gone" });
    await pass(GRACE_MS * 10);
    running.connect(ada);
    await pass(10);
    expect((await seatOf(ada.id))?.presence).toEqual({ kind: "here" });
    expect(await about(bob.id)).toEqual([]);
  });

  it("SEAT-8 a server that is killed and started again is nobody's absence", async () => {
    await play();
    running.die();
    await pass(2_000);
    running = new Running(log);
    await pass(5_000);
    running.connect(ada);
    running.connect(bob);
    await pass(60_000);
    expect(await about(ada.id)).toEqual([]);
    expect(await about(bob.id)).toEqual([]);
  });

  it("SEAT-8 who does not come back to a server that was started again is dropped, and then gone", async () => {
    await play();
    running.die();
    await pass(2_000);
    running = new Running(log);
    running.connect(bob);
    await pass(20_000);
    expect(await about(ada.id)).toEqual(["player-dropped"]);
    await pass(GRACE_MS);
    expect(await about(ada.id)).toEqual(["player-dropped", "player-gone"]);
    expect(await about(bob.id)).toEqual([]);
  });

  it("SEAT-8 a seat that was held when the server was killed is freed at its time", async () => {
    const leave = await sit(ada);
    leave();
    await pass(LINGER_MS);
    const until = Date.now() + GRACE_MS;
    running.die();
    vi.setSystemTime(until + 5_000);
    running = new Running(log);
    await pass(1_000);
    expect(await about(ada.id)).toEqual(["player-dropped", "player-gone"]);
  });

  it("SEAT-9 whoever takes a seat with no connection left is noticed too", async () => {
    await running.server.say(id, ada, { type: "take-seat" });
    await pass(60_000 + GRACE_MS);
    expect(await about(ada.id)).toEqual(["player-dropped", "player-gone"]);
  });

  it("SEAT-10 what the log missed while it was away is written when it is back", async () => {
    const leave = await sit(ada);
    log.away = true;
    leave();
    await pass(5_000);
    log.away = false;
    await pass(5_000);
    expect(await about(ada.id)).toEqual(["player-dropped"]);
  });
});
