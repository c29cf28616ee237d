import type { RoomId } from "@rejoin/protocol";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { systemClock } from "../clock.js";
import { MemoryLog } from "../log/memory-log.js";
import { FaultyLog } from "../testing/faulty-log.js";
import { ada, bob } from "../testing/people.js";
import { fold, openTable, RoomServer } from "../testing/room-server.js";
import { AlarmClock } from "./alarm-clock.js";
import { Sweeper } from "./sweeper.js";

// Only the platform's clock is replaced; rooms, alarms and the log are the real ones.
beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] }));
afterEach(() => vi.useRealTimers());

interface Running {
  server: RoomServer;
  alarms: AlarmClock;
  sweeper: Sweeper;
}
function start(log: FaultyLog): Running {
  const alarms = new AlarmClock(systemClock);
  const set = alarms.set.bind(alarms);
  const server = new RoomServer(log, { loaded: set, committed: set });
  return { server, alarms, sweeper: new Sweeper(log, server.rooms, systemClock) };
}
function stop({ alarms, sweeper }: Running): void {
  alarms.stop();
  sweeper.stop();
}

let memory: MemoryLog;
let log: FaultyLog;
beforeEach(() => {
  memory = new MemoryLog();
  log = new FaultyLog(memory);
});

const types = async (id: RoomId) => (await fold(memory, id)).events.map(({ type }) => type);
const phase = async (id: RoomId) => (await fold(memory, id)).state.phase.kind;

/** Two sit down and are ready: the countdown runs. */
async function gather({ server }: Running, id: RoomId): Promise<void> {
  for (const who of [ada, bob]) {
    await server.say(id, who, { type: "take-seat" });
    await server.say(id, who, { type: "ready", ready: true });
  }
  expect(await phase(id)).toBe("countdown");
}

describe("what a room does by itself", () => {
  it("DUE-5 is done when its time has come, and not before", async () => {
    const running = start(log);
    const id = await openTable(log);
    await gather(running, id);
    await vi.advanceTimersByTimeAsync(2_999);
    expect(await phase(id)).toBe("countdown");
    await vi.advanceTimersByTimeAsync(1);
    expect(await phase(id)).toBe("playing");
    stop(running);
  });

  it("DUE-6 of many servers that try, one does it", async () => {
    const all = [start(log), start(log), start(log)] as const;
    const id = await openTable(log);
    await gather(all[0], id);
    for (const { server } of all) await (await server.room(id)).refresh();
    await vi.advanceTimersByTimeAsync(10_000);
    expect((await types(id)).filter((type) => type === "game-started")).toHaveLength(1);
    expect(log.appends.filter(({ events }) => events[0].actor === "room").length).toBeGreaterThan(1);
    for (const running of all) {
      expect((await running.server.room(id)).position.state.phase.kind).toBe("playing");
      stop(running);
    }
  });

  it("DUE-7 what was due while no server ran is done soon after one does", async () => {
    const first = start(log);
    const id = await openTable(log);
    await gather(first, id);
    stop(first);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await phase(id)).toBe("countdown");
    const next = start(log);
    next.sweeper.start();
    await vi.advanceTimersByTimeAsync(10);
    expect(await phase(id)).toBe("playing");
    stop(next);
  });

  it("DUE-7 a room that no server has in memory is woken when something is due in it", async () => {
    const running = start(log);
    running.sweeper.start();
    await vi.advanceTimersByTimeAsync(10);
    // Opened by another server, which died at once.
    const id = await openTable(memory, { timing: { closeEmptyMs: 5_000 } });
    await vi.advanceTimersByTimeAsync(4_900);
    expect([...running.server.rooms.awake()]).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_200);
    expect(await types(id)).toEqual(["room-created", "room-closed"]);
    stop(running);
  });

  it("DUE-5 a room in which nobody sits is closed, and then nothing more is due", async () => {
    const running = start(log);
    const id = await openTable(log, { timing: { closeEmptyMs: 10_000 } });
    await running.server.room(id);
    await vi.advanceTimersByTimeAsync(9_000);
    await running.server.say(id, bob, { type: "say", text: "anybody?" });
    await vi.advanceTimersByTimeAsync(9_999);
    expect(await phase(id)).toBe("gathering");
    await vi.advanceTimersByTimeAsync(1);
    expect(await phase(id)).toBe("closed");
    expect(await memory.claimDue(Number.MAX_SAFE_INTEGER, 1, 10)).toEqual([]);
    expect(await memory.openRooms(10)).toEqual([]);
    stop(running);
  });

  it("DUE-3 the log knows when a room must be awake next, so that any server can wake it", async () => {
    const running = start(log);
    const id = await openTable(log);
    await gather(running, id);
    stop(running);
    expect(await memory.claimDue(Date.now() + 2_999, 1, 10)).toEqual([]);
    expect(await memory.claimDue(Date.now() + 3_000, 1, 10)).toEqual([id]);
  });

  it("DUE-8 when the log is away it is tried again until it is done, once", async () => {
    const running = start(log);
    const id = await openTable(log);
    await gather(running, id);
    log.plan({ outcome: "never-arrives" }, { outcome: "answer-lost" });
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await phase(id)).toBe("countdown");
    log.away = true;
    await vi.advanceTimersByTimeAsync(5_000);
    log.away = false;
    await vi.advanceTimersByTimeAsync(5_000);
    expect((await types(id)).filter((type) => type === "game-started")).toHaveLength(1);
    expect((await running.server.room(id)).position.state.phase.kind).toBe("playing");
    stop(running);
  });

  it("DUE-8 the sweeper goes on after the log was away", async () => {
    const running = start(log);
    log.away = true;
    running.sweeper.start();
    await vi.advanceTimersByTimeAsync(5_000);
    const id = await openTable(memory, { timing: { closeEmptyMs: 1_000 } });
    log.away = false;
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await phase(id)).toBe("closed");
    stop(running);
  });

  it("DUE-10 a room that was woken too early is not woken again and again, but in time", async () => {
    const elsewhere = new RoomServer(memory);
    const id = await openTable(memory, { timing: { closeEmptyMs: 60_000 } });
    // The first of them says when to wake the room; the second makes that too early.
    for (const ms of [10_000, 20_000]) {
      await vi.advanceTimersByTimeAsync(ms);
      await elsewhere.say(id, bob, { type: "say", text: "still here" });
    }
    const running = start(log);
    const claims: string[] = [];
    log.claimDue = async (...when) => {
      const due = await memory.claimDue(...when);
      claims.push(...due);
      return due;
    };
    running.sweeper.start();
    await vi.advanceTimersByTimeAsync(59_000);
    expect(await phase(id)).toBe("gathering");
    expect(claims.length).toBeLessThanOrEqual(1);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await phase(id)).toBe("closed");
    stop(running);
  });

  it("DUE-9 waits longer than the platform's timers can", async () => {
    const running = start(log);
    const id = await openTable(log, { timing: { closeEmptyMs: 3_000_000_000 } });
    await running.server.room(id);
    await vi.advanceTimersByTimeAsync(2_999_999_999);
    expect(await phase(id)).toBe("gathering");
    await vi.advanceTimersByTimeAsync(1);
    expect(await phase(id)).toBe("closed");
    stop(running);
  });
});
