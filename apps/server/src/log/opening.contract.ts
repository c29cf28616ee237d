import { randomUUID } from "node:crypto";
import type { PlayerId, RoomSummary } from "@rejoin/protocol";
import { describe, expect, it } from "vitest";
import { opening, randomCode } from "../testing/samples.js";
import type { EventLog, Opening } from "./event-log.js";
import { aroundTests, type LogUnderTest, openRoomOf } from "./log-under-test.contract.js";

/** How every log opens rooms: run by each implementation of `EventLog`. */
export function describeOpening(name: string, start: () => Promise<LogUnderTest>): void {
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

    describe("open", () => {
      it("LOG-1 a log begins with its first event as number 1", async () => {
        const wanted = opening(ada);
        await log.open(wanted);
        const page = await log.read(wanted.room, 0, 10);
        expect(page).toMatchObject({ epoch: "epoch-1", head: 1 });
        expect(page?.events).toEqual([
          {
            seq: 1,
            at: wanted.first.at,
            actor: ada,
            commandId: wanted.first.commandId,
            ...wanted.first.event,
          },
        ]);
      });

      it("LOG-5 the same creator's command id opens one room, however often", async () => {
        const wanted = opening(ada);
        await log.open(wanted);
        const again = opening(ada, { first: wanted.first });
        const known = {
          kind: "known",
          room: wanted.room,
          code: wanted.code,
          commandDigest: wanted.first.commandDigest,
        };
        expect(await log.open(again)).toEqual(known);
        expect(await log.read(again.room, 0, 10)).toBeNull();
        expect(await log.locate(again.code)).toBeNull();
      });

      it("LOG-5 opening twice at once with one command id makes one room", async () => {
        const wanted = opening(ada);
        const tries = Array.from({ length: 8 }, () => opening(ada, { first: wanted.first }));
        const results = await Promise.all(tries.map((one) => log.open(one)));
        expect(results.filter(({ kind }) => kind === "opened")).toHaveLength(1);
        const [opened] = tries.filter((_, index) => results[index]?.kind === "opened");
        for (const result of results)
          if (result.kind !== "opened") expect(result).toMatchObject({ kind: "known", room: opened?.room });
      });

      it("LOG-5 a repeated id with another body tells by its digest", async () => {
        const wanted = opening(ada);
        await log.open(wanted);
        const other = opening(ada, { first: { ...wanted.first, commandDigest: "other" } });
        expect(await log.open(other)).toMatchObject({ kind: "known", commandDigest: "opened" });
      });

      it("LOG-5 somebody else's command id of the same spelling is another command", async () => {
        const wanted = opening(ada);
        await log.open(wanted);
        const bob = await underTest.createPlayer();
        const other = opening(bob);
        other.first.commandId = wanted.first.commandId;
        expect(await log.open(other)).toEqual({ kind: "opened" });
      });

      it("LOG-5 a code that another room has is taken, and nothing is made", async () => {
        const code = randomCode();
        const first = await openRoom({ code });
        const second = opening(ada, { code });
        expect(await log.open(second)).toEqual({ kind: "code-taken" });
        expect(await log.read(second.room, 0, 10)).toBeNull();
        expect(await log.locate(code)).toBe(first);
        expect(await log.findCommand(second.room, ada, second.first.commandId)).toBeNull();
      });

      describe("for quick play", () => {
        /** A room that quick play opens, for a game of this test only. */
        function quick(game: string, changes: Partial<RoomSummary> = {}): Opening {
          const wanted = opening(ada, { meetWithinMs: 60_000 });
          const { event } = wanted.first;
          if (event.type === "room-created") event.data.quick = { botAfterMs: 1_000 };
          return { ...wanted, summary: { ...wanted.summary, code: wanted.code, game, ...changes } };
        }

        it("LOG-21 of many that open for the same game at once one room is opened, and the others meet in it", async () => {
          const [game, another] = [randomUUID(), randomUUID()];
          const wanted = Array.from({ length: 12 }, () => quick(game));
          const results = await Promise.all(wanted.map((one) => log.open(one)));
          const opened = wanted.filter((_, index) => results[index]?.kind === "opened");
          expect(opened).toHaveLength(1);
          const { room, code } = opened[0] as Opening;
          expect(results.filter(({ kind }) => kind !== "opened")).toEqual(
            Array.from({ length: 11 }, () => ({ kind: "meets", room, code })),
          );
          expect(await log.open(quick(another))).toEqual({ kind: "opened" });
          const again = opened[0] as Opening;
          expect(await log.open({ ...again, room: randomUUID() })).toMatchObject({ kind: "known", room });
        });

        it("LOG-21 meets only where people are waited for, since a moment ago", async () => {
          const seat = { id: ada, ...{ name: "Ada", avatar: "ada" }, bot: false };
          const elsewhere: Partial<RoomSummary>[] = [
            { phase: "playing" },
            { phase: "closed" },
            { visibility: "private" },
            { seats: [seat, seat] as never },
          ];
          for (const changes of elsewhere) {
            const game = randomUUID();
            expect(await log.open(quick(game, changes))).toEqual({ kind: "opened" });
            expect(await log.open(quick(game))).toEqual({ kind: "opened" });
          }
          const game = randomUUID();
          const made = opening(ada);
          await log.open({ ...made, summary: { ...made.summary, game } });
          expect(await log.open(quick(game))).toEqual({ kind: "opened" });
          expect(await log.open({ ...quick(game), meetWithinMs: 0 })).toEqual({ kind: "opened" });
        });
      });

      it("finds a room by its code", async () => {
        const code = randomCode();
        const room = await openRoom({ code });
        expect(await log.locate(code)).toBe(room);
        expect(await log.locate(randomCode())).toBeNull();
      });
    });
  });
}
