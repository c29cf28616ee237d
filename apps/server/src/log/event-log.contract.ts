import { randomUUID } from "node:crypto";
import type { PlayerId } from "@rejoin/protocol";
import { describe, expect, it } from "vitest";
import { appendAtRandom, readAll } from "../testing/racing-appender.js";
import { append, change, happened, said, summaryOf } from "../testing/samples.js";
import type { EventLog } from "./event-log.js";
import { aroundTests, type LogUnderTest, openRoomOf } from "./log-under-test.contract.js";

/** What every log must do: run by each implementation of `EventLog`. */
export function describeEventLog(name: string, start: () => Promise<LogUnderTest>): void {
  describe(name, () => {
    let underTest: LogUnderTest;
    let log: EventLog;
    let ada: PlayerId;

    aroundTests(start, (started, somebody) => {
      underTest = started;
      log = started.log;
      ada = somebody;
    });

    const openRoom = (changes = {}) => openRoomOf(log, ada, changes);
    const textsOf = async (room: string) =>
      (await readAll(log, room)).flatMap((event) => (event.type === "said" ? [event.data.text] : []));

    describe("append", () => {
      it("LOG-1 gives the numbers that follow the head, without a hole", async () => {
        const room = await openRoom();
        const events = [said(ada, "one"), said(ada, "two"), said(ada, "three")];
        const result = await log.append(append(room, 1, events));
        expect(result.kind === "appended" && result.events.map(({ seq }) => seq)).toEqual([2, 3, 4]);
        expect((await readAll(log, room)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
        expect(await textsOf(room)).toEqual(["one", "two", "three"]);
      });

      it("LOG-3 an append that was decided on another head conflicts and leaves nothing", async () => {
        const room = await openRoom();
        await log.append(append(room, 1, [said(ada, "first")]));
        for (const head of [0, 1, 3, 99]) {
          const late = said(ada, "late");
          expect(await log.append(append(room, head, [late, said(ada, "later")]))).toEqual({
            kind: "conflict",
          });
          expect((await log.findCommand(room, ada, late.commandId))?.command).toBeNull();
        }
        expect(await textsOf(room)).toEqual(["first"]);
        expect((await log.read(room, 0, 10))?.head).toBe(2);
      });

      it("LOG-3 of many appends that were decided on the same head one is recorded", async () => {
        const room = await openRoom();
        const results = await Promise.all(
          Array.from({ length: 12 }, (_, number) => log.append(append(room, 1, [said(ada, `${number}`)]))),
        );
        expect(results.map(({ kind }) => kind).sort()).toEqual([
          "appended",
          ...Array<string>(11).fill("conflict"),
        ]);
        expect((await log.read(room, 0, 10))?.head).toBe(2);
      });

      it("LOG-3 an append that was decided in another epoch conflicts and leaves nothing", async () => {
        const room = await openRoom();
        const other = append(room, 1, [said(ada, "from another life")], { epoch: "epoch-0" });
        expect(await log.append(other)).toEqual({ kind: "conflict" });
        expect(await textsOf(room)).toEqual([]);
        expect((await log.read(room, 0, 10))?.head).toBe(1);
      });

      it("LOG-3 an append to a room that does not exist conflicts", async () => {
        expect(await log.append(append(randomUUID(), 0, [said(ada, "nowhere")]))).toEqual({
          kind: "conflict",
        });
      });

      it("LOG-4 a command id has at most one event, and a repeat is told its number", async () => {
        const room = await openRoom();
        const once = said(ada, "once", { commandDigest: "its body" });
        await log.append(append(room, 1, [said(ada, "before"), once]));
        const known = [{ actor: ada, commandId: once.commandId, commandDigest: "its body", seq: 3 }];
        for (const head of [1, 3]) {
          const beside = said(ada, "beside");
          const result = await log.append(
            append(room, head, [beside, { ...once, commandDigest: "another" }]),
          );
          expect(result).toEqual({ kind: "known", commands: known });
          expect((await log.findCommand(room, ada, beside.commandId))?.command).toBeNull();
        }
        expect(await textsOf(room)).toEqual(["before", "once"]);
      });

      it("LOG-4 reports every repeated command of an append", async () => {
        const room = await openRoom();
        const events = [said(ada, "one"), said(ada, "two")];
        await log.append(append(room, 1, events));
        const result = await log.append(append(room, 3, [...events, said(ada, "three")]));
        expect(result.kind === "known" && result.commands.map(({ seq }) => seq).sort()).toEqual([2, 3]);
      });

      it("LOG-4 the same id of another actor, or in another room, is another command", async () => {
        const room = await openRoom();
        const elsewhere = await openRoom();
        const commandId = "the-same-id";
        await log.append(append(room, 1, [said(ada, "mine", { commandId })]));
        const bob = await underTest.createPlayer();
        expect(await log.append(append(room, 2, [said(bob, "his", { commandId })]))).toMatchObject({
          kind: "appended",
        });
        expect(await log.append(append(elsewhere, 1, [said(ada, "there", { commandId })]))).toMatchObject({
          kind: "appended",
        });
        expect(await log.append(append(room, 3, [said("room", "its own", { commandId })]))).toMatchObject({
          kind: "appended",
        });
      });

      it("LOG-9 of many rooms in one commit each succeeds or fails alone", async () => {
        const rooms = await Promise.all(Array.from({ length: 30 }, () => openRoom()));
        const repeated = said(ada, "known already");
        await Promise.all(
          rooms.map((room, index) =>
            index % 3 === 2 ? log.append(append(room, 1, [{ ...repeated }])) : undefined,
          ),
        );
        const results = await Promise.all(
          rooms.map((room, index) => {
            if (index % 3 === 0) return log.append(append(room, 1, [said(ada, "good"), said(ada, "also")]));
            if (index % 3 === 1) return log.append(append(room, 7, [said(ada, "stale")]));
            return log.append(append(room, 2, [said(ada, "beside"), { ...repeated }]));
          }),
        );
        expect(results.map(({ kind }) => kind)).toEqual(
          rooms.map((_, index) => ["appended", "conflict", "known"][index % 3]),
        );
        const heads = await log.heads(rooms);
        expect(rooms.map((room) => heads.get(room))).toEqual(rooms.map((_, index) => [3, 1, 2][index % 3]));
      });

      it("LOG-3 of two appends to one room in one commit the second conflicts, whatever it expects", async () => {
        for (const secondHead of [1, 2]) {
          const room = await openRoom();
          const both = [
            log.append(append(room, 1, [said(ada, "first")])),
            log.append(append(room, secondHead, [said(ada, "second")])),
          ];
          const [first, second] = await Promise.all(both);
          expect(first).toMatchObject({ kind: "appended" });
          // A log that takes them one after the other may accept what was rightly expected.
          if (secondHead === 1 || second?.kind !== "appended") expect(second).toEqual({ kind: "conflict" });
          const { head, events } = (await log.read(room, 0, 10)) ?? { head: 0, events: [] };
          expect(events).toHaveLength(head);
        }
      });

      it("LOG-1 takes a large append whole", async () => {
        const room = await openRoom();
        const events = Array.from({ length: 2_000 }, (_, number) => said(ada, `word ${number}`));
        expect(await log.append(append(room, 1, events))).toMatchObject({ kind: "appended" });
        const stored = await readAll(log, room);
        expect(stored.map(({ seq }) => seq)).toEqual(Array.from({ length: 2_001 }, (_, index) => index + 1));
        expect(await textsOf(room)).toEqual(events.map((_, number) => `word ${number}`));
      });
    });

    describe("read", () => {
      it("LOG-6 gives back what was recorded, in every field", async () => {
        const room = await openRoom();
        const deep = { a: [{ b: { c: [null, true, 1.5, -2e-7, "\\u0041 \\ \" '"] } }], "": {}, __x: [] };
        const texts = [
          "plain",
          "Ünïcödé ﷽ 汉字 עברית",
          "👩‍👩‍👧‍👦 🏴‍☠️ 🇺🇳",
          "tab\there\nand line",
          "'); DROP TABLE room; --",
          "$1 :x @> ? \u2028",
        ];
        const events = [
          ...texts.map((text, index) => said(ada, text, { at: 1_700_000_000_123 + index })),
          happened("room", { type: "game-started", data: { setup: deep } }, { at: 1 }),
          happened(
            ada,
            { type: "moved", data: { seat: null, move: [0, [[]], {}] } },
            { at: 4_102_444_800_999 },
          ),
        ];
        const result = await log.append(append(room, 1, events));
        const stored = (await readAll(log, room)).slice(1);
        expect(stored).toEqual(
          events.map(({ actor, at, commandId, event }, index) => ({
            seq: index + 2,
            at,
            actor,
            commandId,
            ...event,
          })),
        );
        // What is published now is what anybody will ever read.
        expect(result.kind === "appended" && result.events).toEqual(stored);
      });

      it("LOG-7 pages are contiguous, and their head is the log's", async () => {
        const room = await openRoom();
        await log.append(
          append(
            room,
            1,
            Array.from({ length: 9 }, (_, number) => said(ada, `${number}`)),
          ),
        );
        const seqs = async (after: number, limit: number) => {
          const page = await log.read(room, after, limit);
          expect(page?.head).toBe(10);
          return page?.events.map(({ seq }) => seq);
        };
        expect(await seqs(0, 4)).toEqual([1, 2, 3, 4]);
        expect(await seqs(4, 4)).toEqual([5, 6, 7, 8]);
        expect(await seqs(8, 4)).toEqual([9, 10]);
        expect(await seqs(10, 4)).toEqual([]);
        expect(await seqs(99, 4)).toEqual([]);
        expect(await seqs(3, 1)).toEqual([4]);
        expect(await log.read(randomUUID(), 0, 4)).toBeNull();
      });

      it("LOG-7 a page read during appends holds every event up to its head", async () => {
        const room = await openRoom();
        let writing = true;
        const writer = appendAtRandom(log, [room], ada, { count: 60, seed: 5 }).finally(() => {
          writing = false;
        });
        while (writing) {
          const page = await log.read(room, 0, 1_000);
          expect(page?.events.map(({ seq }) => seq)).toEqual(
            Array.from({ length: page?.head ?? -1 }, (_, index) => index + 1),
          );
          await new Promise(setImmediate);
        }
        await writer;
      });

      it("LOG-4 finds a command by its room, actor and id", async () => {
        const room = await openRoom();
        const event = said(ada, "find me", { commandDigest: "digest of it" });
        await log.append(append(room, 1, [event]));
        const command = { actor: ada, commandId: event.commandId, commandDigest: "digest of it", seq: 2 };
        const stands = { epoch: "epoch-1", head: 2 };
        expect(await log.findCommand(room, ada, event.commandId)).toEqual({ ...stands, command });
        expect(await log.findCommand(room, "room", event.commandId)).toEqual({ ...stands, command: null });
        expect(await log.findCommand(room, ada, "never")).toEqual({ ...stands, command: null });
        const elsewhere = await openRoom();
        expect((await log.findCommand(elsewhere, ada, event.commandId))?.command).toBeNull();
        expect(await log.findCommand(randomUUID(), ada, event.commandId)).toBeNull();
      });

      it("tells where a room's log begins and ends, with what was appended before it was asked", async () => {
        const room = await openRoom();
        expect(await log.endsOf(room)).toEqual({ epoch: "epoch-1", head: 1, first: 1 });
        const ends = [log.endsOf(room), log.endsOf(randomUUID())];
        await log.append(append(room, 1, [said(ada, "one"), said(ada, "two")]));
        expect(await log.endsOf(room)).toEqual({ epoch: "epoch-1", head: 3, first: 1 });
        const [before, none] = await Promise.all(ends);
        expect(before?.head).toBeLessThanOrEqual(3);
        expect(none).toBeNull();
      });

      it("tells the heads of those rooms that exist", async () => {
        const room = await openRoom();
        const longer = await openRoom();
        await log.append(append(longer, 1, [said(ada, "one"), said(ada, "two")]));
        expect(new Map(await log.heads([room, randomUUID(), longer]))).toEqual(
          new Map([
            [room, 1],
            [longer, 3],
          ]),
        );
        expect((await log.heads([])).size).toBe(0);
      });
    });

    describe("waking", () => {
      // Each test has an hour of its own, long ago, so that no other room is due in it.
      let hour = 1_000_000_000_000;
      const nextHour = () => {
        hour += 3_600_000;
        return hour;
      };
      /** Takes away what earlier tests left due. */
      const clear = async (now: number) => {
        await log.claimDue(now, 8_000_000_000_000, 1_000);
      };

      it("DUE-1 gives the rooms that are due, the longest overdue first", async () => {
        const now = nextHour();
        await clear(now - 1_000);
        const late = await openRoom({ wakeAt: now - 10 });
        const latest = await openRoom({ wakeAt: now });
        const earliest = await openRoom({ wakeAt: now - 500 });
        await openRoom({ wakeAt: now + 1 });
        const more = await Promise.all(
          [90, 80, 70, 60, 50, 40].map((ago) => openRoom({ wakeAt: now - 500 + ago })),
        );
        expect(await log.claimDue(now, 8_000_000_000_000, 2)).toEqual([earliest, more[5]]);
        expect(await log.claimDue(now, 8_000_000_000_000, 100)).toEqual([
          ...more.slice(0, 5).reverse(),
          late,
          latest,
        ]);
      });

      it("DUE-2 a room that was claimed is not given to anybody else for that time, and then again", async () => {
        const now = nextHour();
        await clear(now - 1_000);
        const room = await openRoom({ wakeAt: now - 10 });
        expect(await log.claimDue(now, 5_000, 100)).toEqual([room]);
        expect(await log.claimDue(now, 5_000, 100)).toEqual([]);
        expect(await log.claimDue(now + 4_999, 5_000, 100)).toEqual([]);
        expect(await log.claimDue(now + 5_000, 5_000, 100)).toEqual([room]);
        await clear(now + 20_000);
      });

      it("DUE-2 a room is given to one of many that claim at once", async () => {
        const now = nextHour();
        await clear(now - 1_000);
        const rooms = await Promise.all(Array.from({ length: 10 }, () => openRoom({ wakeAt: now })));
        const claims = await Promise.all(
          Array.from({ length: 5 }, () => log.claimDue(now, 8_000_000_000_000, 4)),
        );
        const claimed = claims.flat();
        expect(new Set(claimed).size).toBe(claimed.length);
        const rest = await log.claimDue(now, 8_000_000_000_000, 100);
        expect([...claimed, ...rest].sort()).toEqual([...rooms].sort());
      });

      it("DUE-3 an append says when to wake next: a time, never, or as before", async () => {
        const now = nextHour();
        await clear(now - 1_000);
        const [moved, stopped, left, conflicting] = await Promise.all(
          Array.from({ length: 4 }, () => openRoom({ wakeAt: now })),
        );
        await log.append(append(moved ?? "", 1, [said(ada, "hm")], { wakeAt: now + 1_000 }));
        await log.append(append(stopped ?? "", 1, [said(ada, "hm")], { wakeAt: null }));
        await log.append(append(left ?? "", 1, [said(ada, "hm")], { wakeAt: undefined }));
        await log.append(append(conflicting ?? "", 9, [said(ada, "hm")], { wakeAt: null }));
        const due = await log.claimDue(now, 8_000_000_000_000, 100);
        expect([...due].sort()).toEqual([left, conflicting].sort());
        expect(await log.claimDue(now + 1_000, 8_000_000_000_000, 100)).toEqual([moved]);
        expect(await log.claimDue(now + 3_000_000, 8_000_000_000_000, 100)).toEqual([]);
      });

      it("DUE-10 a room that was woken too early is put off, unless something has happened there since", async () => {
        const now = nextHour();
        await clear(now - 1_000);
        const [early = "", changed = "", late = ""] = await Promise.all(
          [now, now, now + 9_000].map((wakeAt) => openRoom({ wakeAt })),
        );
        await log.append(append(changed, 1, [said(ada, "hm")]));
        for (const room of [early, changed, late]) await log.wakeLater(room, 1, now + 5_000);
        await log.wakeLater(randomUUID(), 1, now);
        expect(await log.claimDue(now + 4_999, 8_000_000_000_000, 100)).toEqual([changed]);
        expect(await log.claimDue(now + 8_999, 8_000_000_000_000, 100)).toEqual([early]);
        expect(await log.claimDue(now + 9_000, 8_000_000_000_000, 100)).toEqual([late]);
      });

      it("DUE-4 lists the rooms that are not closed, the last changed first", async () => {
        const first = await openRoom();
        const second = await openRoom();
        const closing = await openRoom();
        expect((await log.openRooms(2)).slice(0, 2)).toEqual([closing, second]);
        const closed = happened(ada, { type: "room-closed", data: { reason: "host" } });
        await log.append(
          append(closing, 1, [closed], { change: change(summaryOf(closing, ada, { phase: "closed" })) }),
        );
        await log.append(append(first, 1, [said(ada, "hm")], { change: change(summaryOf(first, ada)) }));
        expect(await log.openRooms(2)).toEqual([first, second]);
        expect(await log.openRooms(1_000)).not.toContain(closing);
      });
    });

    it("LOG-8 with many appenders racing, the log is gapless and holds every acknowledged event once", async () => {
      const rooms = await Promise.all(Array.from({ length: 4 }, () => openRoom()));
      let conflicts = 0;
      const acknowledged = await Promise.all(
        Array.from({ length: 16 }, (_, number) =>
          appendAtRandom(log, rooms, ada, {
            count: 12,
            seed: number + 1,
            conflict: () => {
              conflicts += 1;
            },
          }),
        ),
      );
      expect(conflicts).toBeGreaterThan(20);
      for (const room of rooms) {
        const events = await readAll(log, room);
        expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
        const mine = acknowledged.flat().filter((one) => one.room === room);
        expect(events.slice(1).map(({ commandId, seq }) => `${seq} ${commandId}`)).toEqual(
          mine.sort((one, other) => one.seq - other.seq).map(({ commandId, seq }) => `${seq} ${commandId}`),
        );
      }
    });
  });
}
