import type { RoomId } from "@rejoin/protocol";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { systemClock } from "../clock.js";
import { MemoryLog } from "../log/memory-log.js";
import { FaultyLog, gate } from "../testing/faulty-log.js";
import { ada } from "../testing/people.js";
import { openTable, RoomServer } from "../testing/room-server.js";
import { Beacon } from "./beacon.js";
import type { Hub } from "./hub.js";

const BEAT_MS = 1_000;

beforeEach(() => void vi.useFakeTimers({ now: Date.now() }));
afterEach(() => vi.useRealTimers());

/** A hub on which every room is heard, and what was told there of the lengths of logs. */
function listeningHub(): { hub: Hub; told: Record<RoomId, number>[] } {
  const told: Record<RoomId, number>[] = [];
  const hub = {
    isHeard: () => true,
    say: (_channel: string, _name: string, { heads }: { heads: Record<RoomId, number> }) => told.push(heads),
  };
  return { hub: hub as unknown as Hub, told };
}

it("SYNC-12 tells no head of a log that was replaced while the beacon asked how long the logs are", async () => {
  const log = new MemoryLog();
  const asked = gate();
  const slow = new FaultyLog(log);
  const { heads } = slow;
  slow.heads = (rooms) => asked.opened.then(() => heads(rooms));
  const server = new RoomServer(slow);
  const room = await openTable(log);
  await server.say(room, ada, { type: "say", text: "one" });
  const restore = log.copy();
  await server.say(room, ada, { type: "say", text: "two" });
  const { hub, told } = listeningHub();
  new Beacon(hub, server.rooms, slow, () => false, systemClock).start();
  await vi.advanceTimersByTimeAsync(BEAT_MS);
  restore();
  await expect((await server.room(room)).refresh()).rejects.toThrow("replaced");
  expect((await server.room(room)).position.head).toBe(2);
  asked.open();
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toEqual([]);
  await vi.advanceTimersByTimeAsync(BEAT_MS);
  expect(told).toEqual([{ [room]: 2 }]);
});

it("reads no room that only went on by itself while the beacon asked", async () => {
  const log = new FaultyLog(new MemoryLog());
  const server = new RoomServer(log);
  const room = await openTable(log);
  await server.room(room);
  const reads = vi.spyOn(log, "read");
  const { heads } = log;
  log.heads = async (rooms) => {
    const found = await heads(rooms);
    await server.say(room, ada, { type: "say", text: "meanwhile" });
    return found;
  };
  const { hub, told } = listeningHub();
  new Beacon(hub, server.rooms, log, () => false, systemClock).start();
  await vi.advanceTimersByTimeAsync(BEAT_MS);
  expect(told).toEqual([{ [room]: 2 }]);
  expect(reads).not.toHaveBeenCalled();
});

it("tells of many rooms a few at a time, so that what is said meanwhile waits for a few only", async () => {
  const log = new MemoryLog();
  const server = new RoomServer(log);
  const rooms = await Promise.all(Array.from({ length: 100 }, () => openTable(log)));
  for (const room of rooms) await server.room(room);
  const { hub, told } = listeningHub();
  new Beacon(hub, server.rooms, log, () => false, systemClock).start();
  await vi.advanceTimersByTimeAsync(BEAT_MS);
  expect(told.length).toBeGreaterThan(0);
  expect(told.length).toBeLessThan(rooms.length / 2);
  await vi.advanceTimersByTimeAsync(BEAT_MS / 2);
  expect(new Set(told.flatMap(Object.keys))).toEqual(new Set(rooms));
});

it("SYNC-9 leaves out a room in which something is said all the time, and tells of it as soon as that ends", async () => {
  const log = new MemoryLog();
  const server = new RoomServer(log);
  const room = await openTable(log);
  await server.room(room);
  const { hub, told } = listeningHub();
  new Beacon(hub, server.rooms, log, () => false, systemClock).start();
  for (let beat = 0; beat < 5; beat += 1) {
    await server.say(room, ada, { type: "say", text: `${beat}` });
    await vi.advanceTimersByTimeAsync(BEAT_MS);
  }
  expect(told).toEqual([{ [room]: 2 }]);
  await vi.advanceTimersByTimeAsync(BEAT_MS);
  expect(told).toEqual([{ [room]: 2 }, { [room]: 6 }]);
});
