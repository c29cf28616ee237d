import { randomUUID } from "node:crypto";
import type { PlayerId } from "@rejoin/protocol";
import { evolve, type RoomState } from "@rejoin/rules";
import { describe, expect, it } from "vitest";
import { appendAtRandom } from "../testing/racing-appender.js";
import { append, change, happened, opening, randomCode, said, summaryOf } from "../testing/samples.js";
import type { EventLog } from "./event-log.js";
import { aroundTests, type LogUnderTest } from "./log-under-test.contract.js";
import { TRIMMED_AT_ONCE } from "./retention.js";
import { OLD_SNAPSHOTS_APART, type SnapshotTaken } from "./snapshot-store.js";

/** The version of the rules whose snapshots these are. */
const VERSION = 7;
/** Snapshots may be as near to each other as a test wants, and none is dropped. */
const anywhere = { apart: 1, reach: 1_000_000 };
const YEAR_MS = 31_536_000_000;
const START = 1_700_000_000_000;

/** What every log must do with snapshots of its rooms, and with what need not be kept. */
export function describeRetention(name: string, start: () => Promise<LogUnderTest>): void {
  describe(`${name}, in the long run`, () => {
    let underTest: LogUnderTest;
    let log: EventLog;
    let ada: PlayerId;

    aroundTests(start, (started, somebody) => {
      underTest = started;
      log = started.log;
      ada = somebody;
    });

    /** A room with so many events, a second apart. */
    async function roomOf(length: number): Promise<string> {
      const wanted = opening(ada);
      wanted.first.at = START + 1_000;
      await log.open(wanted);
      const events = Array.from({ length: length - 1 }, (_, index) =>
        said(ada, `${index + 2}`, { at: START + 1_000 * (index + 2), commandId: `command-${index + 2}` }),
      );
      if (length > 1) await log.append(append(wanted.room, 1, events));
      return wanted.room;
    }

    const snapshotAt = (room: string, seq: number) => snapshotFrom(room, 0, seq);
    /** @param after where the log begins, or a snapshot is */
    async function snapshotFrom(room: string, after: number, seq: number): Promise<SnapshotTaken> {
      const base = (await log.newestSnapshot(room, after, VERSION))?.state ?? null;
      const events = (await log.read(room, after, seq - after))?.events ?? [];
      const state = events.reduce<RoomState | null>(evolve, base) as RoomState;
      const { actor = "", commandId = "" } = events.at(-1) ?? {};
      return { epoch: "epoch-1", seq, version: VERSION, state, last: { actor, commandId } };
    }
    async function store(room: string, ...seqs: number[]): Promise<void> {
      for (const seq of seqs)
        expect(await log.storeSnapshot(room, await snapshotAt(room, seq), anywhere)).toBe(true);
    }
    const newest = async (room: string, atMost = 1_000_000, version = VERSION) =>
      (await log.newestSnapshot(room, atMost, version))?.seq ?? null;
    const kept = async (room: string) => {
      const first = (await log.read(room, 0, 1))?.first ?? 0;
      return (await log.read(room, first - 1, 1_000))?.events.map(({ seq }) => seq) ?? [];
    };
    const numbers = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, index) => from + index);
    const trim = (room: string, events: number, since = START + YEAR_MS) =>
      log.trim(room, { events, since, version: VERSION });

    describe("snapshots", () => {
      it("LOG-14 gives the newest snapshot at or below a number, as it was stored", async () => {
        const room = await roomOf(9);
        await store(room, 3, 6);
        expect(await log.newestSnapshot(room, 100, VERSION)).toEqual({
          seq: 6,
          state: (await snapshotAt(room, 6)).state,
        });
        expect(await newest(room, 6)).toBe(6);
        expect(await newest(room, 5)).toBe(3);
        expect(await newest(room, 2)).toBeNull();
        expect(await newest(await roomOf(9))).toBeNull();
      });

      it("LOG-14 a snapshot of another version of the rules is not given", async () => {
        const room = await roomOf(4);
        await store(room, 3);
        expect(await newest(room, 100, VERSION + 1)).toBeNull();
        expect(await newest(room, 100, VERSION - 1)).toBeNull();
        const other = { ...(await snapshotAt(room, 3)), version: VERSION + 1 };
        expect(await log.storeSnapshot(room, other, anywhere)).toBe(true);
        expect([await newest(room), await newest(room, 100, VERSION + 1)]).toEqual([3, 3]);
      });

      it("LOG-15 a snapshot that is not of this log at its number is not stored", async () => {
        const room = await roomOf(5);
        const right = await snapshotAt(room, 3);
        const lies: Partial<SnapshotTaken>[] = [
          { seq: 2 },
          { seq: 4 },
          { seq: 6 },
          { epoch: "epoch-0" },
          { last: { actor: ada, commandId: "command-4" } },
          { last: { actor: "room", commandId: "command-3" } },
        ];
        for (const lie of lies) {
          expect(await log.storeSnapshot(room, { ...right, ...lie }, anywhere)).toBe(false);
          expect(await newest(room)).toBeNull();
        }
        expect(await log.storeSnapshot(randomUUID(), right, anywhere)).toBe(false);
        expect(await log.storeSnapshot(room, right, anywhere)).toBe(true);
      });

      it("LOG-15 a snapshot above the head is never given", async () => {
        const room = await roomOf(9);
        await store(room, 4, 8);
        await underTest.rewind(room, 7);
        expect(await newest(room)).toBe(4);
      });

      it("LOG-16 keeps snapshots apart, and drops those that nobody can need", async () => {
        const room = await roomOf(60);
        const spacing = { apart: 5, reach: 20 };
        const stored = async (seq: number) => log.storeSnapshot(room, await snapshotAt(room, seq), spacing);
        expect([await stored(10), await stored(14), await stored(9), await stored(15)]).toEqual([
          true,
          false,
          false,
          true,
        ]);
        expect([await stored(30), await stored(40)]).toEqual([true, true]);
        // At 40 somebody at 20 is in reach: the one at 15 is theirs. The one at 10 is the earliest of all.
        expect([await newest(room, 29), await newest(room, 14)]).toEqual([15, 10]);
        expect(await stored(60)).toBe(true);
        expect([await newest(room, 59), await newest(room, 39)]).toEqual([40, 10]);
      });

      it("LOG-16 of old snapshots keeps one for every so many events, so that a trimmed log begins with one", async () => {
        const length = 3 * OLD_SNAPSHOTS_APART;
        const room = await roomOf(length);
        for (let seq = 500; seq <= length; seq += 500)
          await log.storeSnapshot(room, await snapshotAt(room, seq), { apart: 1, reach: 1_000 });
        const earliest = OLD_SNAPSHOTS_APART;
        expect([await newest(room, earliest - 1), await newest(room, 2 * earliest - 1)]).toEqual([
          500,
          earliest,
        ]);
        await trim(room, 2_000);
        const first = (await log.read(room, 0, 1))?.first ?? 0;
        expect(await newest(room, first - 1)).toBe(first - 1);
        await log.append(append(room, length, [said(ada, "on")]));
        await log.storeSnapshot(room, await snapshotFrom(room, first - 1, length + 1), {
          apart: 1,
          reach: 10,
        });
        expect(await newest(room, first - 1)).toBe(first - 1);
        expect(await newest(room, first - 2)).toBeNull();
      });
    });

    describe("trimming", () => {
      it("LOG-17 keeps as many of the newest events as it is told, and not one less", async () => {
        const room = await roomOf(10);
        await store(room, ...numbers(1, 10));
        await trim(room, 10);
        expect(await kept(room)).toEqual(numbers(1, 10));
        await trim(room, 4);
        expect(await kept(room)).toEqual(numbers(7, 10));
        expect(await log.read(room, 6, 100)).toMatchObject({ first: 7, head: 10 });
        expect(await log.endsOf(room)).toMatchObject({ first: 7, head: 10 });
        await trim(room, 0);
        expect(await kept(room)).toEqual([]);
        expect(await log.append(append(room, 10, [said(ada, "on")]))).toMatchObject({ kind: "appended" });
        expect(await kept(room)).toEqual([11]);
      });

      it("LOG-17 keeps what is younger than it is told, and not one less", async () => {
        const room = await roomOf(10);
        await store(room, ...numbers(1, 10));
        await trim(room, 0, START + 4_000);
        expect(await kept(room)).toEqual(numbers(4, 10));
        await trim(room, 0, START + 4_001);
        expect(await kept(room)).toEqual(numbers(5, 10));
        await trim(room, 8, START + YEAR_MS);
        expect(await kept(room)).toEqual(numbers(5, 10));
      });

      it("LOG-17 trims nothing that no snapshot of this version stands for", async () => {
        const room = await roomOf(10);
        await trim(room, 0);
        expect(await kept(room)).toEqual(numbers(1, 10));
        await log.storeSnapshot(room, { ...(await snapshotAt(room, 9)), version: VERSION + 1 }, anywhere);
        await trim(room, 0);
        expect(await kept(room)).toEqual(numbers(1, 10));
        await store(room, 6);
        await trim(room, 0);
        expect(await kept(room)).toEqual(numbers(7, 10));
      });

      it("LOG-17 cuts above a snapshot, so that the state at every number that is kept can be had", async () => {
        const room = await roomOf(10);
        await store(room, 3, 5, 8);
        await trim(room, 3);
        expect(await kept(room)).toEqual(numbers(6, 10));
        expect(await newest(room, 5)).toBe(5);
      });

      it("LOG-17 trims a bounded number at a time, and cuts anywhere where there are that many and no snapshot", async () => {
        const room = await roomOf(2 * TRIMMED_AT_ONCE + 300);
        await trim(room, 100);
        expect((await log.read(room, 0, 1))?.first, "without a snapshot").toBe(1);
        await store(room, 2 * TRIMMED_AT_ONCE + 300);
        for (const [at, first] of [
          TRIMMED_AT_ONCE + 1,
          2 * TRIMMED_AT_ONCE + 1,
          2 * TRIMMED_AT_ONCE + 1,
        ].entries()) {
          await trim(room, 100);
          expect((await log.read(room, 0, 1))?.first, `the ${at + 1}. time`).toBe(first);
        }
        expect(await kept(room)).toEqual(numbers(2 * TRIMMED_AT_ONCE + 1, 2 * TRIMMED_AT_ONCE + 300));
      });

      it("LOG-18 a page after a number says that the log begins later, and holds nothing", async () => {
        const room = await roomOf(10);
        await store(room, 6, 10);
        await trim(room, 4);
        for (const after of [0, 3, 5])
          expect(await log.read(room, after, 100)).toEqual({
            epoch: "epoch-1",
            head: 10,
            first: 7,
            events: [],
          });
        expect((await log.read(room, 6, 2))?.events.map(({ seq }) => seq)).toEqual([7, 8]);
        expect((await log.read(room, 9, 2))?.events.map(({ seq }) => seq)).toEqual([10]);
      });

      it("LOG-18 a command is known as long as its event is kept", async () => {
        const room = await roomOf(10);
        await store(room, 6, 10);
        await trim(room, 4);
        expect((await log.findCommand(room, ada, "command-6"))?.command).toBeNull();
        expect((await log.findCommand(room, ada, "command-7"))?.command).toMatchObject({ seq: 7 });
        const known = await log.append(append(room, 10, [said(ada, "again", { commandId: "command-7" })]));
        expect(known).toMatchObject({ kind: "known", commands: [{ seq: 7 }] });
      });

      it("LOG-18 trimming by many at once, during appends, leaves every page contiguous", async () => {
        const room = await roomOf(40);
        await store(room, 10, 20, 30, 40);
        let writing = true;
        const writer = appendAtRandom(log, [room], ada, { count: 20, seed: 3 }).finally(() => {
          writing = false;
        });
        const trimmers = [35, 25, 15, 5].map((events) => trim(room, events));
        while (writing) {
          const { first = 0, head = 0 } = (await log.read(room, 0, 1)) ?? {};
          const page = await log.read(room, first - 1, 1_000);
          if (page && page.first === first)
            expect(page.events.map(({ seq }) => seq)).toEqual(numbers(first, page.head));
          expect(head).toBeGreaterThanOrEqual(40);
          await new Promise(setImmediate);
        }
        await Promise.all([writer, ...trimmers]);
        const head = (await log.heads([room])).get(room) ?? 0;
        expect(await kept(room)).toEqual(numbers(31, head));
      });
    });

    describe("purging", () => {
      const closed = () => happened("room", { type: "room-closed", data: { reason: "abandoned" } });
      async function closedRoom(): Promise<{ room: string; code: string }> {
        const code = randomCode();
        const wanted = opening(ada, { code });
        await log.open(wanted);
        const phase = { phase: "closed" } as const;
        await log.append(
          append(wanted.room, 1, [closed()], { change: change(summaryOf(wanted.room, ada, phase)) }),
        );
        return { room: wanted.room, code };
      }
      const later = () => Date.now() + 60_000;

      it("LOG-19 forgets rooms that were closed before a time, whole, and no others", async () => {
        while ((await log.purgeClosed(later(), 100)) > 0);
        const { room, code } = await closedRoom();
        const open = await roomOf(3);
        expect(await log.purgeClosed(Date.now() - 60_000, 100)).toBe(0);
        expect(await log.locate(code)).toBe(room);
        expect(await log.purgeClosed(later(), 100)).toBe(1);
        expect(await log.read(room, 0, 10)).toBeNull();
        expect(await log.locate(code)).toBeNull();
        expect((await log.heads([room])).size).toBe(0);
        expect(await kept(open)).toEqual([1, 2, 3]);
        expect(await log.open(opening(ada, { code, room }))).toEqual({ kind: "opened" });
        expect(await kept(room)).toEqual([1]);
      });

      it("LOG-19 a few at a time, by many at once, each room is forgotten once", async () => {
        for (let made = 0; made < 9; made += 1) await closedRoom();
        expect(await log.purgeClosed(later(), 2)).toBe(2);
        const counts = await Promise.all([1, 2, 3, 4].map(() => log.purgeClosed(later(), 2)));
        let sum = counts.reduce((total, count) => total + count, 2);
        while (sum < 9) sum += await log.purgeClosed(later(), 2);
        expect(sum).toBe(9);
        expect(await log.purgeClosed(later(), 2)).toBe(0);
      });
    });

    describe("going back in time", () => {
      it("LOG-20 a log that is shorter than it was gets a new epoch, once", async () => {
        const room = await roomOf(9);
        await store(room, 4, 8);
        await underTest.rewind(room, 6);
        await Promise.all([1, 2, 3].map(() => log.wentBack(room, "epoch-1", 9)));
        const { epoch = "", head } = (await log.read(room, 0, 1)) ?? {};
        expect(head).toBe(6);
        expect(epoch).not.toBe("epoch-1");
        await log.wentBack(room, "epoch-1", 9);
        expect((await log.read(room, 0, 1))?.epoch).toBe(epoch);
        // What grows there now is not what the snapshot above was made of.
        const words = Array.from({ length: 4 }, (_, index) => said(ada, `other ${index}`));
        expect(await log.append(append(room, 6, words))).toEqual({ kind: "conflict" });
        expect(await log.append(append(room, 6, words, { epoch }))).toMatchObject({ kind: "appended" });
        expect(await newest(room)).toBe(4);
      });

      it("LOG-20 a log that is as long as it was, or longer, stays as it is", async () => {
        const room = await roomOf(5);
        for (const head of [4, 5]) await log.wentBack(room, "epoch-1", head);
        await log.wentBack(room, "epoch-0", 9);
        expect((await log.read(room, 0, 1))?.epoch).toBe("epoch-1");
      });
    });
  });
}
