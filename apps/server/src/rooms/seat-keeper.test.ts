import type { PlayerId, RoomId } from "@rejoin/protocol";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LogUnavailable } from "../log/event-log.js";
import { MemoryLog } from "../log/memory-log.js";
import { MemoryPresence } from "../players/memory-presence.js";
import { AttendedServer } from "../testing/attended-server.js";
import { FaultyLog, gate } from "../testing/faulty-log.js";
import { ada, bob, type Somebody } from "../testing/people.js";
import { fold, openTable } from "../testing/room-server.js";

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date", "performance"] }));
afterEach(() => vi.useRealTimers());

const LINGER_MS = 1_000;
const GRACE_MS = 30_000;
const LEASE_MS = 10_000;
const COME_BACK_MS = 12_000;
/** What is to be done at once is done within this. */
const A_MOMENT_MS = 60;

let memory: MemoryLog;
let log: FaultyLog;
let register: MemoryPresence;
let servers: AttendedServer[];
let running: AttendedServer;
let id: RoomId;

/** Starts another server on the same log. */
function start(): AttendedServer {
  const server = new AttendedServer({
    log,
    register,
    lingerMs: LINGER_MS,
    timing: { leaseMs: LEASE_MS, comeBackMs: COME_BACK_MS },
    newServerId: () => `server ${servers.length} of ${Math.random()}`,
  });
  servers.push(server);
  return server.start();
}

/** Ends every server as a kill does: nothing more is written, and nobody was told. */
function killAll(): void {
  for (const server of servers) server.stop();
  vi.clearAllTimers();
}

beforeEach(async () => {
  memory = new MemoryLog();
  log = new FaultyLog(memory);
  register = new MemoryPresence(LEASE_MS, () => Date.now());
  servers = [];
  running = start();
  id = await openTable(log, { timing: { graceMs: GRACE_MS, countdownMs: 0 } });
});
afterEach(killAll);

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
    await pass(LINGER_MS + A_MOMENT_MS);
    expect(await about(ada.id)).toEqual(["player-dropped"]);
    const { at = 0 } = (await fold(memory, id)).events.at(-1) ?? {};
    expect((await seatOf(ada.id))?.presence).toEqual({ kind: "dropped", until: at + GRACE_MS });
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
    await pass(LINGER_MS + GRACE_MS + A_MOMENT_MS);
    expect(await about(ada.id)).toEqual(["player-dropped", "player-gone"]);
    expect(await seatOf(ada.id)).toBeUndefined();
  });

  it("SEAT-7 is kept in the middle of a game, and theirs when they come back at last", async () => {
    const leave = await play();
    leave.ada();
    await pass(LINGER_MS + GRACE_MS + A_MOMENT_MS);
    expect(await about(ada.id)).toEqual(["player-dropped", "player-gone"]);
    expect((await seatOf(ada.id))?.presence).toEqual({ kind: "gone" });
    await pass(GRACE_MS * 10);
    running.connect(ada);
    await pass(A_MOMENT_MS);
    expect((await seatOf(ada.id))?.presence).toEqual({ kind: "here" });
    expect(await about(bob.id)).toEqual([]);
  });

  it("SEAT-8 a server that is killed and started again is nobody's absence", async () => {
    await play();
    killAll();
    await pass(2_000);
    running = start();
    await pass(5_000);
    running.connect(ada);
    running.connect(bob);
    await pass(60_000);
    expect(await about(ada.id)).toEqual([]);
    expect(await about(bob.id)).toEqual([]);
  });

  it("SEAT-8 who does not come back to a server that was started again is dropped, and then gone", async () => {
    await play();
    killAll();
    await pass(2_000);
    running = start();
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
    await pass(LINGER_MS + A_MOMENT_MS);
    const until = Date.now() + GRACE_MS;
    killAll();
    vi.setSystemTime(until + 5_000);
    running = start();
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

  it("SEAT-10 what the register missed while the database was away is noted when it is back", async () => {
    const leave = await sit(ada);
    const there = vi.spyOn(register, "beat").mockRejectedValue(new LogUnavailable("away"));
    leave();
    await pass(20_000);
    expect(await about(ada.id)).toEqual([]);
    there.mockRestore();
    await pass(5_000);
    expect(await about(ada.id)).toEqual(["player-dropped"]);
  });
});

it("a crowd that comes one by one is noted together, and soon", async () => {
  await pass(A_MOMENT_MS);
  const beats = vi.spyOn(register, "beat");
  const crowd = Array.from(
    { length: 100 },
    (_, number) => `00000000-0000-4000-8000-${`${number}`.padStart(12, "0")}`,
  );
  for (const player of crowd) {
    running.connect({ id: player });
    await pass(1);
  }
  await pass(100);
  expect(await register.present(crowd)).toEqual(new Set(crowd));
  expect(beats.mock.calls.length).toBeLessThan(10);
});

describe("with several servers, a seat", () => {
  it("SEAT-3 is not left while its player has a tab at another server", async () => {
    const other = start();
    const leave = await sit(ada);
    const leaveOther = other.connect(ada);
    leave();
    await pass(60_000);
    expect(await about(ada.id)).toEqual([]);
    leaveOther();
    await pass(LINGER_MS + A_MOMENT_MS);
    expect(await about(ada.id)).toEqual(["player-dropped"]);
  });

  it("SEAT-3 is left when its player leaves two servers at the same moment", async () => {
    const other = start();
    const [leave, leaveOther] = [await sit(ada), other.connect(ada)];
    await pass(A_MOMENT_MS);
    leave();
    leaveOther();
    await pass(LINGER_MS + A_MOMENT_MS);
    expect(await about(ada.id)).toEqual(["player-dropped"]);
  });

  it("SEAT-2 moving to and fro between servers is not an absence", async () => {
    const all = [running, start(), start()];
    let leave = await sit(ada);
    for (let move = 1; move < 40; move += 1) {
      leave();
      await pass(move % 3 === 0 ? 0 : LINGER_MS - 50);
      leave = all[move % all.length]?.connect(ada) ?? leave;
      await pass(move % 2 === 0 ? 20 : 1_500);
    }
    await pass(60_000);
    expect(await about(ada.id)).toEqual([]);
  });

  it("SEAT-5 is theirs again when they come back to another server, which has never seen the room", async () => {
    const leave = await sit(ada);
    leave();
    await pass(LINGER_MS + 500);
    start().connect(ada);
    await pass(A_MOMENT_MS);
    expect(await about(ada.id)).toEqual(["player-dropped", "player-returned"]);
  });

  it("SEAT-5 is theirs again when they come back while their absence is being written", async () => {
    const other = start();
    const leave = await sit(ada);
    await pass(A_MOMENT_MS);
    const { opened, open } = gate();
    log.plan({ before: opened });
    leave();
    await pass(LINGER_MS + A_MOMENT_MS);
    other.connect(ada);
    await pass(1_000);
    expect(await about(ada.id)).toEqual([]);
    open();
    await pass(A_MOMENT_MS);
    expect(await about(ada.id)).toEqual(["player-dropped", "player-returned"]);
  });

  it("SEAT-11 is found empty by another server when its own was killed", async () => {
    await play();
    const other = start();
    await pass(20_000);
    other.connect(bob);
    running.stop();
    await pass(LEASE_MS - 3_000);
    expect(await about(ada.id)).toEqual([]);
    await pass(6_000);
    expect(await about(ada.id)).toEqual(["player-dropped"]);
    expect(await about(bob.id)).toEqual([]);
  });

  it("SEAT-8 a server that starts as another one dies leaves everybody time to come to it", async () => {
    await play();
    running.stop();
    await pass(LEASE_MS);
    const next = start();
    await pass(COME_BACK_MS - 500);
    next.connect(ada);
    await pass(60_000);
    expect(await about(ada.id)).toEqual([]);
    expect(await about(bob.id)).toEqual(["player-dropped", "player-gone"]);
  });

  it("SEAT-11 whose player left a server that died before it could write so is found too", async () => {
    const leave = await sit(ada);
    start();
    await pass(20_000);
    log.away = true;
    leave();
    await pass(LINGER_MS + 2_000);
    running.stop();
    log.away = false;
    await pass(20_000);
    expect(await about(ada.id)).toEqual(["player-dropped"]);
  });

  it("SEAT-12 when the whole machine slept, the first to wake takes nobody for dead", async () => {
    const other = start();
    await sit(ada);
    other.connect(bob);
    await other.server.say(id, bob, { type: "take-seat" });
    await pass(30_000);
    // The register's clock is another one than that of timers.
    vi.setSystemTime(Date.now() + 60_000);
    await pass(60_000);
    expect([...(await about(ada.id)), ...(await about(bob.id))]).toEqual([]);
  });

  it("SEAT-12 when the database was away for all of them, nobody is taken for dead", async () => {
    const other = start();
    const leave = { ada: await sit(ada), bob: other.connect(bob) };
    await other.server.say(id, bob, { type: "take-seat" });
    await pass(30_000);
    const there = vi.spyOn(register, "beat").mockRejectedValue(new LogUnavailable("away"));
    await pass(60_000);
    there.mockRestore();
    await pass(60_000);
    expect([...(await about(ada.id)), ...(await about(bob.id))]).toEqual([]);
    leave.ada();
    await pass(LINGER_MS + A_MOMENT_MS);
    expect(await about(ada.id)).toEqual(["player-dropped"]);
  });
});
