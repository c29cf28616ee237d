import { type Acknowledgement, type RoomCommand, refuse } from "@rejoin/protocol";
import { describe, expect, it } from "vitest";
import { ALICE, RealLog, ROOM } from "./testing/real-log.js";
import { Table } from "./testing/table.js";
import type { CommandOutcome } from "./views.js";

function word(text: string): RoomCommand {
  return { type: "say", text };
}

function commands(table: Table) {
  return table.wire.now.all("room:command");
}

function answer(table: Table, given: Acknowledgement<"room:command">): void {
  table.wire.now.last("room:command").answer(given);
}

/** Gives a word and notes its outcome, once it is known. */
function give(table: Table, text: string): { outcome: CommandOutcome | "unknown" } {
  const given: { outcome: CommandOutcome | "unknown" } = { outcome: "unknown" };
  table.room.send(word(text)).then((outcome) => {
    given.outcome = outcome;
  });
  return given;
}

/** Promises are settled between two turns of the event loop. */
const settled = () => new Promise(setImmediate);

describe("a command", () => {
  it("is sent at once when live, and stays visible until its event is applied", async () => {
    const table = Table.live(new RealLog());
    const given = give(table, "hello");
    expect(commands(table).map(({ payload }) => payload)).toEqual([
      { room: ROOM, commandId: "command-1", command: word("hello") },
    ]);
    expect(table.view.pending).toMatchObject([
      { commandId: "command-1", givenAt: 0, status: { kind: "sent" } },
    ]);
    table.log.give(ALICE, word("hello"), "command-1");
    answer(table, { ok: true, seq: 2 });
    await settled();
    expect(given.outcome).toEqual({ ok: true, seq: 2 });
    expect(table.view.pending).toMatchObject([{ status: { kind: "accepted", seq: 2 } }]);
    table.sendEvents(1);
    expect(table.view).toMatchObject({ seq: 2, pending: [] });
  });

  it("is settled by its event when that comes before the answer", async () => {
    const table = Table.live(new RealLog());
    const given = give(table, "hello");
    table.log.give(ALICE, word("hello"), "command-1");
    table.sendEvents(1);
    await settled();
    expect(given.outcome).toEqual({ ok: true, seq: 2 });
    expect(table.view.pending).toEqual([]);
    answer(table, { ok: true, seq: 2 });
    table.clock.advance(60_000);
    expect(commands(table)).toHaveLength(1);
  });

  it("leaves no trace when its answer comes after its event", () => {
    const table = Table.live(new RealLog());
    give(table, "hello");
    table.log.say(1);
    table.sendEvents(1);
    answer(table, { ok: true, seq: 2 });
    expect(table.view.pending).toEqual([]);
  });

  it("makes its event asked for when that does not come", () => {
    const table = Table.live(new RealLog());
    give(table, "hello");
    answer(table, { ok: true, seq: 2 });
    expect(table.view.head).toBe(2);
    table.clock.advance(200);
    expect(table.wire.now.all("room:catch-up")).toHaveLength(1);
  });

  it("CLIENT-4 is asked again with the same id when no answer comes: unknown, not failed (G3)", async () => {
    const table = Table.live(new RealLog());
    const given = give(table, "hello");
    table.clock.advance(8_000 + 250);
    expect(commands(table).map(({ payload }) => payload.commandId)).toEqual(["command-1", "command-1"]);
    await settled();
    expect(given.outcome).toBe("unknown");
    answer(table, { ok: true, seq: 2 });
    await settled();
    expect(given.outcome).toEqual({ ok: true, seq: 2 });
  });

  it("CLIENT-4 is asked again with the same id after a cut, and only once the room is joined again (G13)", async () => {
    const table = Table.live(new RealLog());
    const given = give(table, "hello");
    table.reconnect();
    expect(table.view.pending).toMatchObject([{ status: { kind: "waiting" } }]);
    expect(commands(table)).toHaveLength(0);
    table.answerJoin("none");
    expect(commands(table).map(({ payload }) => payload.commandId)).toEqual(["command-1"]);
    answer(table, { ok: true, seq: 2 });
    await settled();
    expect(given.outcome).toEqual({ ok: true, seq: 2 });
  });

  it("CLIENT-5 waits while there is no connection, and is not said before there is one", () => {
    const table = Table.live(new RealLog());
    table.wire.now.lose();
    give(table, "hello");
    expect(table.view.pending).toMatchObject([{ status: { kind: "waiting" } }]);
    table.clock.advance(5_000);
    // The fake connection throws at anything that is said before it is open.
    table.wire.now.accept();
    table.answerJoin("none");
    expect(commands(table)).toHaveLength(1);
  });

  it("is told of its refusal, and forgotten", async () => {
    const table = Table.live(new RealLog());
    const given = give(table, "hello");
    const refusal = refuse("not-seated", "Take a seat first.");
    answer(table, { ok: false, refusal });
    await settled();
    expect(given.outcome).toEqual({ ok: false, refusal });
    expect(table.view.pending).toEqual([]);
  });

  it("is asked again after a refusal that may pass, not before the server said", async () => {
    const table = Table.live(new RealLog());
    const given = give(table, "hello");
    answer(table, { ok: false, refusal: refuse("unavailable", "The database is away.", 1_000) });
    table.clock.advance(999);
    expect(commands(table)).toHaveLength(1);
    table.clock.advance(501);
    expect(commands(table)).toHaveLength(2);
    await settled();
    expect(given.outcome).toBe("unknown");
  });

  it("does not overtake an earlier one that has no outcome yet", () => {
    const table = Table.live(new RealLog());
    give(table, "first");
    give(table, "second");
    answer(table, { ok: false, refusal: refuse("rate-limited", "Slowly.", 500) });
    table.clock.advance(2_000);
    expect(commands(table).map(({ payload }) => payload.commandId)).toEqual(["command-1", "command-1"]);
    answer(table, { ok: true, seq: 2 });
    expect(commands(table).at(-1)?.payload.commandId).toBe("command-2");
  });

  it("is followed by the next one when it is refused", () => {
    const table = Table.live(new RealLog());
    give(table, "first");
    give(table, "second");
    answer(table, { ok: false, refusal: refuse("not-seated", "Take a seat first.") });
    expect(commands(table).at(-1)?.payload.commandId).toBe("command-2");
  });

  it("is followed by the next one when its event settles it", () => {
    const table = Table.live(new RealLog());
    give(table, "first");
    give(table, "second");
    table.log.give(ALICE, word("first"), "command-1");
    table.sendEvents(1);
    expect(commands(table).at(-1)?.payload.commandId).toBe("command-2");
    give(table, "third");
    commands(table)[0]?.answer({ ok: true, seq: 2 });
    expect(commands(table).map(({ payload }) => payload.commandId)).toEqual(["command-1", "command-2"]);
  });

  it("makes the room joined anew when the server does not hear it there", () => {
    const table = Table.live(new RealLog());
    give(table, "hello");
    answer(table, { ok: false, refusal: refuse("not-joined", "You do not hear this room.") });
    expect(table.view.pending).toMatchObject([{ status: { kind: "waiting" } }]);
    table.clock.advance(500);
    table.answerJoin("none");
    expect(commands(table).map(({ payload }) => payload.commandId)).toEqual(["command-1", "command-1"]);
  });

  it("is refused with its room when there is no such room", async () => {
    const table = Table.live(new RealLog());
    const asked = give(table, "asked");
    table.reconnect();
    const waiting = give(table, "waiting");
    const refusal = refuse("room-not-found", "There is no such room.");
    table.wire.now.last("room:join").answer({ ok: false, refusal });
    const late = give(table, "late");
    await settled();
    expect([asked, waiting, late]).toEqual(Array(3).fill({ outcome: { ok: false, refusal } }));
  });

  it("stays unknown when its room is refused for now and the server may have heard it", async () => {
    const table = Table.live(new RealLog());
    const asked = give(table, "asked");
    table.reconnect();
    const waiting = give(table, "waiting");
    const refusal = refuse("too-many-rooms", "You hear too many rooms.");
    table.wire.now.last("room:join").answer({ ok: false, refusal });
    await settled();
    expect(waiting.outcome).toEqual({ ok: false, refusal });
    expect(asked.outcome).toBe("unknown");
    table.reconnect();
    table.answerJoin("none");
    expect(commands(table).map(({ payload }) => payload.commandId)).toEqual(["command-1"]);
  });

  it("CLIENT-6 is refused at once when far too many wait (G12)", async () => {
    const table = Table.live(new RealLog());
    for (let count = 0; count < 200; count++) give(table, "again");
    const given = give(table, "one too many");
    await settled();
    expect(given.outcome).toMatchObject({ ok: false, refusal: { code: "rate-limited" } });
    expect(table.view.pending).toHaveLength(200);
  });
});
