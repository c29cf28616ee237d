import type { RoomId } from "@rejoin/protocol";
import { beforeEach, expect, it } from "vitest";
import { FaultyLog, gate } from "../testing/faulty-log.js";
import { ada } from "../testing/people.js";
import { append, opening, said } from "../testing/samples.js";
import { LogUnavailable } from "./event-log.js";
import { MemoryLog } from "./memory-log.js";
import { SharedReads } from "./shared-reads.js";

let memory: MemoryLog;
let log: FaultyLog;
let reads: number;
let room: RoomId;

beforeEach(async () => {
  memory = new MemoryLog();
  log = new FaultyLog(memory);
  reads = 0;
  log.read = async (...from) => {
    reads += 1;
    return memory.read(...from);
  };
  const wanted = opening(ada.id);
  room = wanted.room;
  await memory.open(wanted);
  await talk(1, 999);
});

async function talk(head: number, words: number, text = "on"): Promise<void> {
  const events = Array.from({ length: words }, () => said(ada.id, text));
  await memory.append(append(room, head, events));
}
async function readAll(shared: SharedReads, from: number): Promise<number[]> {
  const seqs: number[] = [];
  for (;;) {
    const page = await shared.after(room, "epoch-1", seqs.at(-1) ?? from);
    if (!page || page.events.length === 0) return seqs;
    seqs.push(...page.events.map(({ seq }) => seq));
  }
}
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

it("SYNC-11 a thousand who miss nearly the same share few reads, and each gets what they miss", async () => {
  const shared = new SharedReads(log);
  const cursors = Array.from({ length: 1_000 }, (_, number) => 300 + (number % 150));
  const all = await Promise.all(cursors.map((cursor) => readAll(shared, cursor)));
  for (const [index, seqs] of all.entries()) expect(seqs).toEqual(numbers((cursors[index] ?? 0) + 1, 1_000));
  // Four full pages, and at the end each asks whether there is more.
  expect(reads).toBeLessThan(4 + 1_000 + 10);
});

it("SYNC-11 who comes later reads from memory", async () => {
  const shared = new SharedReads(log);
  expect((await shared.after(room, "epoch-1", 250))?.events.map(({ seq }) => seq)).toEqual(numbers(251, 400));
  expect((await shared.after(room, "epoch-1", 399))?.events.map(({ seq }) => seq)).toEqual([400]);
  expect((await shared.after(room, "epoch-1", 200))?.events).toHaveLength(200);
  expect(reads).toBe(1);
});

it("SYNC-11 a read that had begun before an event hides it from nobody", async () => {
  const shared = new SharedReads(log);
  await talk(1_000, 50);
  const slow = gate();
  log.read = async (...from) => {
    const page = await memory.read(...from);
    await slow.opened;
    return page;
  };
  const early = shared.after(room, "epoch-1", 1_040);
  await talk(1_050, 1, "new");
  const late = shared.after(room, "epoch-1", 1_050);
  slow.open();
  expect((await early)?.events.map(({ seq }) => seq)).toEqual(numbers(1_041, 1_050));
  expect((await late)?.events.map(({ seq }) => seq)).toEqual([1_051]);
  expect((await shared.after(room, "epoch-1", 1_000))?.events).toHaveLength(51);
});

it("SYNC-11 what is kept is bounded, and what is dropped is read again", async () => {
  const shared = new SharedReads(log, 1);
  await shared.after(room, "epoch-1", 0);
  await shared.after(room, "epoch-1", 0);
  expect(reads).toBe(2);
});

it("SYNC-11 a read that failed is asked again", async () => {
  const shared = new SharedReads(log);
  const { read } = log;
  log.read = async () => {
    throw new LogUnavailable("the log is away");
  };
  const failing = await Promise.allSettled([1, 2].map(() => shared.after(room, "epoch-1", 0)));
  expect(failing.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  log.read = read;
  expect((await shared.after(room, "epoch-1", 0))?.events).toHaveLength(200);
});

it("SYNC-11 nothing of another epoch is kept, and what was trimmed is told as such", async () => {
  const shared = new SharedReads(log);
  expect((await shared.after(room, "epoch-0", 0))?.epoch).toBe("epoch-1");
  expect(reads).toBe(1);
  await shared.after(room, "epoch-0", 0);
  expect(reads).toBe(2);

  const { events = [] } = (await memory.read(room, 0, 300)) ?? {};
  const last = { actor: ada.id, commandId: events[299]?.commandId ?? "" };
  const snapshot = { epoch: "epoch-1", seq: 300, version: 1, state: {} as never, last };
  await memory.storeSnapshot(room, snapshot, { apart: 1, reach: 1_000 });
  await memory.trim(room, { events: 0, since: Number.MAX_SAFE_INTEGER, version: 1 });
  expect(await shared.after(room, "epoch-1", 250)).toMatchObject({ first: 301, events: [] });
  expect((await shared.after(room, "epoch-1", 300))?.events[0]?.seq).toBe(301);
});
