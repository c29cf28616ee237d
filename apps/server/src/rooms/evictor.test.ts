import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { systemClock } from "../clock.js";
import { MemoryLog } from "../log/memory-log.js";
import { FaultyLog, gate } from "../testing/faulty-log.js";
import { ada } from "../testing/people.js";
import { openTable, RoomServer } from "../testing/room-server.js";
import { Evictor } from "./evictor.js";
import { order } from "./order.js";
import type { Room } from "./room.js";

const IDLE_MS = 60_000;

let log: FaultyLog;
let server: RoomServer;
let used: Set<Room>;
let unloaded: Room[];
let counted: [number, number][];

beforeEach(() => {
  vi.useFakeTimers({ now: Date.now() });
  log = new FaultyLog(new MemoryLog());
  unloaded = [];
  used = new Set();
  counted = [];
  server = new RoomServer(log, { unloaded: (room) => unloaded.push(room) });
});
afterEach(() => vi.useRealTimers());

function evictor(most = 100): Evictor {
  return new Evictor({
    rooms: server.rooms,
    clock: systemClock,
    most,
    idleMs: IDLE_MS,
    inUse: () => (room) => used.has(room),
    counted: (rooms, tooMany) => counted.push([rooms, tooMany]),
  });
}
async function openRoom(): Promise<Room> {
  return server.room(await openTable(log));
}

describe("rooms in memory", () => {
  it("ROOM-16 one that nobody uses leaves after a while, and comes back from the log when it is asked for", async () => {
    const room = await openRoom();
    await server.say(room.id, ada, { type: "take-seat", seat: 0 });
    vi.advanceTimersByTime(IDLE_MS - 1);
    evictor().sweep();
    expect(unloaded).toEqual([]);
    vi.advanceTimersByTime(1);
    evictor().sweep();
    expect(unloaded).toEqual([room]);
    expect([...server.rooms.awake()]).toEqual([]);
    const back = await server.room(room.id);
    expect(back).not.toBe(room);
    expect(back.position).toEqual(room.position);
    expect(await server.say(room.id, ada, { type: "leave-seat" })).toEqual({ ok: true, seq: 3 });
  });

  it("ROOM-16 whoever asks for it, and whatever happens there, keeps it", async () => {
    const asked = await openRoom();
    const lively = await openRoom();
    vi.advanceTimersByTime(IDLE_MS);
    await server.rooms.get(asked.id);
    await new RoomServer(log).say(lively.id, ada, { type: "say", text: "from elsewhere" });
    await lively.refresh();
    evictor().sweep();
    expect(unloaded).toEqual([]);
  });

  it("ROOM-16 one that is in use or busy stays, however long and however many there are", async () => {
    const heard = await openRoom();
    const busy = await openRoom();
    used.add(heard);
    const arrives = gate();
    log.plan({ before: arrives.opened });
    const answer = busy.submit(order(ada, "slow", { type: "say", text: "slow" }));
    vi.advanceTimersByTime(10 * IDLE_MS);
    evictor(1).sweep();
    expect(unloaded).toEqual([]);
    expect(counted).toEqual([[2, 1]]);
    arrives.open();
    expect(await answer).toEqual({ ok: true, seq: 2 });
  });

  it("ROOM-16 of too many those leave that were used the longest ago, and only as many as needed", async () => {
    const rooms = [await openRoom(), await openRoom(), await openRoom(), await openRoom()];
    vi.advanceTimersByTime(10_000);
    await server.rooms.get(rooms[0]?.id ?? "");
    vi.advanceTimersByTime(10_000);
    evictor(2).sweep();
    expect(unloaded).toEqual([rooms[1], rooms[2]]);
    expect(counted).toEqual([[2, 0]]);
  });

  it("ROOM-16 one that was just asked for stays even then", async () => {
    await openRoom();
    await openRoom();
    evictor(1).sweep();
    expect(unloaded).toEqual([]);
    expect(counted).toEqual([[2, 1]]);
  });

  it("ROOM-16 a closed room does not wait until it is idle", async () => {
    const open = await openRoom();
    const closed = await openRoom();
    await server.say(closed.id, ada, { type: "close" });
    vi.advanceTimersByTime(10_000);
    evictor().sweep();
    expect(unloaded).toEqual([closed]);
    expect([...server.rooms.awake()]).toEqual([open]);
  });

  it("ROOM-16 whoever still holds a room that has left is told to ask again, and nothing is written twice", async () => {
    const room = await openRoom();
    vi.advanceTimersByTime(IDLE_MS);
    evictor().sweep();
    const outcome = await room.submit(order(ada, "the-id", { type: "say", text: "hello" }));
    expect(outcome).toMatchObject({ ok: false, refusal: { code: "unavailable", retryable: true } });
    await expect(room.refresh()).rejects.toThrow();
    expect(await server.say(room.id, ada, { type: "say", text: "hello" }, "the-id")).toEqual({
      ok: true,
      seq: 2,
    });
  });

  it("ROOM-16 it sweeps by itself until it is stopped", async () => {
    await openRoom();
    const sweeping = evictor();
    sweeping.start();
    vi.advanceTimersByTime(IDLE_MS + 1_000);
    expect(unloaded).toHaveLength(1);
    const rounds = counted.length;
    sweeping.stop();
    vi.advanceTimersByTime(IDLE_MS);
    expect(counted).toHaveLength(rounds);
  });
});
