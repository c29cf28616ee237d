import { evolve, type RoomState, STATE_VERSION } from "@rejoin/rules";
import { beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../clock.js";
import type { EventLog, NewEvent } from "../log/event-log.js";
import { MemoryLog } from "../log/memory-log.js";
import { FaultyLog } from "../testing/faulty-log.js";
import { ada } from "../testing/people.js";
import { fold, openTable, RoomServer } from "../testing/room-server.js";
import { append, said } from "../testing/samples.js";
import { loadLog, stateAt } from "./load-log.js";
import { SnapshotTaker } from "./snapshot-taker.js";

const EVERY = 250;

let memory: MemoryLog;
let log: FaultyLog;
/** How many events were read from the log. */
let read: number;

beforeEach(() => {
  memory = new MemoryLog();
  log = new FaultyLog(memory);
  read = 0;
  log.read = async (...from) => {
    const page = await memory.read(...from);
    read += page?.events.length ?? 0;
    return page;
  };
});

/** A server that takes snapshots, and what its snapshots failed with. */
function serverOn(log: EventLog, keeping: { retainEvents?: number; retainMs?: number } = {}) {
  const failures: unknown[] = [];
  const taker = new SnapshotTaker({
    log,
    clock: systemClock,
    every: EVERY,
    reach: 5_000,
    retainEvents: 1_000_000,
    retainMs: 1_000_000_000,
    ...keeping,
    failed: (error) => failures.push(error),
  });
  const server = new RoomServer(log, {
    committed: (room, events, before) => taker.committed(room, events, before),
    loaded: (room, read) => taker.loaded(room, read),
  });
  return { server, failures };
}
type Server = ReturnType<typeof serverOn>["server"];

async function talk(server: Server, id: string, words: number): Promise<void> {
  for (let from = 0; from < words; from += 100)
    await Promise.all(
      Array.from({ length: Math.min(100, words - from) }, (_, word) =>
        server.say(id, ada, { type: "say", text: `${from + word}` }),
      ),
    );
}
/** Lets what goes on in the background come to its end. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
}

/** A log of that length that was written while no server took snapshots. */
async function longLog(length: number): Promise<string> {
  const id = await openTable(memory);
  const { epoch = "" } = (await memory.read(id, 0, 1)) ?? {};
  for (let head = 1; head < length; ) {
    const events: NewEvent[] = Array.from({ length: Math.min(500, length - head) }, () => said(ada.id, "on"));
    await memory.append(append(id, head, events, { epoch }));
    head += events.length;
  }
  return id;
}

describe("loading a room", () => {
  it("ROOM-15 a room of 100,000 events is loaded, and joined at its head or a little behind, by reading few of them", async () => {
    const id = await longLog(100_000);
    await serverOn(log).server.room(id);
    await settle();

    read = 0;
    const { server } = serverOn(log);
    const room = await server.room(id);
    expect(room.position.head).toBe(100_000);
    expect(read).toBe(0);
    await talk(server, id, 6_000);
    await settle();

    read = 0;
    const again = await serverOn(log).server.room(id);
    expect(again.position).toEqual(room.position);
    expect(read).toBeLessThan(2 * EVERY);
    for (const behind of [1, 300, 2_500, 5_000]) {
      read = 0;
      const state = await stateAt(log, id, 106_000 - behind);
      expect(state?.lastAt).toBe((await memory.read(id, 106_000 - behind - 1, 1))?.events[0]?.at);
      expect(read, `${behind} behind`).toBeLessThan(2 * EVERY);
    }
  });

  it("ROOM-10 a room that comes back from a snapshot and its tail is as it was", async () => {
    const id = await openTable(memory);
    const { server } = serverOn(log);
    await server.say(id, ada, { type: "take-seat", seat: 1 });
    await talk(server, id, 700);
    await settle();
    read = 0;
    const back = await loadLog(log, id);
    expect(read).toBeLessThan(701);
    expect(back?.position).toEqual({ head: 702, state: (await fold(memory, id)).state });
  });

  it.each([1, 2, 249, 250, 251, 499, 500, 501, 702])(
    "SYNC-2 the state at %i is the fold of the log up to there, snapshot or none",
    async (seq) => {
      const id = await openTable(memory);
      const { server } = serverOn(log);
      await talk(server, id, 701);
      await settle();
      const events = (await memory.read(id, 0, seq))?.events ?? [];
      expect(await stateAt(log, id, seq)).toEqual(events.reduce<RoomState | null>(evolve, null));
      expect(await stateAt(log, id, 703)).toBeNull();
    },
  );

  it("LOG-14 a snapshot of other rules is not loaded from", async () => {
    const id = await longLog(10);
    const { epoch = "", events = [] } = (await memory.read(id, 0, 10)) ?? {};
    const { state } = await fold(memory, id);
    const { actor = "", commandId = "" } = events.at(-1) ?? {};
    const strange = { ...state, title: "Of other rules" };
    for (const version of [STATE_VERSION - 1, STATE_VERSION + 1])
      await memory.storeSnapshot(
        id,
        { epoch, seq: 10, version, state: strange, last: { actor, commandId } },
        { apart: 1, reach: 1 },
      );
    expect((await loadLog(log, id))?.position.state).toEqual(state);
    expect(read).toBe(10);
  });

  it("LOG-17 a room whose log was trimmed loads from its snapshot, and says from where its log is kept", async () => {
    const id = await openTable(memory);
    const { server } = serverOn(log, { retainEvents: 300, retainMs: -60_000 });
    await talk(server, id, 1_000);
    await settle();
    const room = await serverOn(log).server.room(id);
    expect(room.position).toEqual((await server.room(id)).position);
    expect(room.first).toBe((await memory.read(id, 0, 1))?.first);
    expect(room.first).toBeGreaterThan(1);
    expect(room.first).toBeLessThanOrEqual(1_001 - 300 + 1);
    expect(room.first).toBeGreaterThan(1_001 - 300 - 2 * EVERY);
    // Every number that is kept has a state; what is gone has none.
    expect((await stateAt(log, id, room.first - 1))?.title).toBe("Ada's table");
    expect(await stateAt(log, id, room.first - 2)).toBeNull();
    expect(await room.readAfter(room.first - 2, 10)).toBeNull();
    expect((await room.readAfter(room.first - 1, 10))?.[0]?.seq).toBe(room.first);
  });
});

describe("taking snapshots", () => {
  it("LOG-16 nobody waits for one, and when the log cannot store it nothing is lost", async () => {
    const id = await openTable(memory);
    const { server, failures } = serverOn(log);
    log.storeSnapshot = () => new Promise(() => undefined);
    await talk(server, id, 600);
    expect(server.seqs(id).at(-1)).toBe(601);
    log.storeSnapshot = () => Promise.reject(new Error("the disk is full"));
    const other = serverOn(log);
    await talk(other.server, id, 600);
    await settle();
    expect(other.failures.length).toBeGreaterThan(0);
    expect(failures).toEqual([]);
    expect((await loadLog(log, id))?.position.head).toBe(1_201);
  });

  it("LOG-16 of two servers that hear the same events one snapshot is kept", async () => {
    const id = await openTable(memory);
    const stored: boolean[] = [];
    log.storeSnapshot = async (...snapshot) => {
      stored.push(await memory.storeSnapshot(...snapshot));
      return stored.at(-1) ?? false;
    };
    const one = serverOn(log).server;
    const other = serverOn(log).server;
    const listening = await other.room(id);
    for (let word = 0; word < 260; word += 1) {
      await one.say(id, ada, { type: "say", text: `${word}` });
      await listening.refresh();
    }
    await settle();
    expect(stored.sort()).toEqual([false, true]);
  });
});
