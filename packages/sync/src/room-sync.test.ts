import { refuse } from "@rejoin/protocol";
import { describe, expect, it } from "vitest";
import { BOB, CODE, playedLog, RealLog, ROOM } from "./testing/real-log.js";
import { Rig } from "./testing/rig.js";
import { Table } from "./testing/table.js";

/** Longer than a hole is given to fill by itself. */
const PATIENCE = 200;

describe("joining", () => {
  it("asks without a cursor while nothing is held, and is live when level with the answered head", () => {
    const table = new Table(playedLog());
    expect(table.wire.now.last("room:join").payload).toEqual({ room: ROOM });
    expect(table.view.status).toEqual({ kind: "joining" });
    table.answerJoin().sendSnapshot();
    expect(table.view).toMatchObject({
      status: { kind: "live" },
      room: ROOM,
      seq: table.log.head,
      missed: null,
    });
    expect(table.view.state).toEqual(table.log.state);
  });

  it("finds by code the room that its id was told of", () => {
    const rig = new Rig().connect();
    const room = rig.client.openRoom(" tabk-e2 ");
    const join = rig.wire.now.last("room:join");
    expect(join.payload).toEqual({ room: CODE });
    const log = new RealLog();
    join.answer({ ok: true, room: ROOM, epoch: log.epoch, head: log.head, catchUp: "snapshot", seen: 0 });
    expect(room.view.get().room).toBe(ROOM);
  });

  it("shows how far catching up has come, and takes in page after page", () => {
    const table = Table.live(new RealLog());
    table.log.say(10);
    table.reconnect();
    expect(table.wire.now.last("room:join").payload).toEqual({
      room: ROOM,
      after: { epoch: table.log.epoch, seq: 1 },
    });
    expect(table.view.status).toEqual({ kind: "waiting" });
    table.answerJoin("events");
    expect(table.view.status).toEqual({ kind: "catching-up", done: 0, total: 10 });
    table.sendEvents(1, 5);
    expect(table.view.status).toEqual({ kind: "catching-up", done: 4, total: 10 });
    expect(table.wire.now.received).toBe(1);
    table.sendEvents(5);
    expect(table.view.status).toEqual({ kind: "live" });
    expect(table.wire.now.received).toBe(2);
  });

  it("does not acknowledge a page that it could not apply", () => {
    const table = Table.live(new RealLog());
    table.log.say(10);
    const before = table.wire.now.received;
    table.sendEvents(5);
    expect(table.wire.now.received).toBe(before);
  });

  it("continues from what it holds after a cut in the middle of a page", () => {
    const table = Table.live(new RealLog());
    table.log.say(10);
    table.reconnect();
    table.answerJoin("events").sendEvents(1, 4);
    table.reconnect();
    expect(table.wire.now.last("room:join").payload).toMatchObject({ after: { seq: 4 } });
    table.answerJoin("events").sendEvents(4);
    expect(table.view.state).toEqual(table.log.state);
  });

  it("CLIENT-3 asks again when pages stop coming", () => {
    const table = Table.live(new RealLog());
    table.log.say(10);
    table.reconnect();
    table.answerJoin("events").sendEvents(1, 4);
    table.clock.advance(7_900);
    expect(table.wire.now.all("room:catch-up")).toHaveLength(0);
    table.clock.advance(200);
    expect(table.wire.now.last("room:catch-up").payload).toMatchObject({ after: { seq: 4 } });
  });

  it("joins anew when the snapshot is lost before anything is held", () => {
    const table = new Table(playedLog()).answerJoin();
    table.clock.advance(8_100);
    expect(table.wire.now.all("room:join")).toHaveLength(2);
    expect(table.wire.now.last("room:join").payload).toEqual({ room: ROOM });
  });

  it("asks again after a time-out, and after a refusal that may pass, but not before its time", () => {
    const table = new Table(playedLog());
    table.clock.advance(8_000 + 250);
    expect(table.wire.now.all("room:join")).toHaveLength(2);
    table.wire.now.last("room:join").answer({ ok: false, refusal: refuse("rate-limited", "Slowly.", 2_000) });
    table.clock.advance(1_999);
    expect(table.wire.now.all("room:join")).toHaveLength(2);
    table.clock.advance(1_001);
    expect(table.wire.now.all("room:join")).toHaveLength(3);
  });

  it("keeps what is held when the room is refused, and tries again on the next connection", () => {
    const table = Table.live(playedLog());
    table.reconnect();
    const refusal = refuse("room-not-found", "There is no such room.");
    table.wire.now.last("room:join").answer({ ok: false, refusal });
    expect(table.view).toMatchObject({ status: { kind: "refused", refusal }, seq: table.log.head });
    table.clock.advance(60_000);
    expect(table.wire.now.all("room:join")).toHaveLength(1);
    table.reconnect();
    table.answerJoin("none");
    expect(table.view.status).toEqual({ kind: "live" });
  });
});

describe("staying current", () => {
  it("applies live events in order", () => {
    const table = Table.live(new RealLog());
    table.log.say(3);
    table.sendEvents(1, 2).sendEvents(2, 4);
    expect(table.view).toMatchObject({ seq: 4, head: 4, status: { kind: "live" } });
  });

  it("CLIENT-3 asks once for a hole, however many packets show it (G5)", () => {
    const table = Table.live(new RealLog());
    table.log.say(9);
    for (let seq = 4; seq < 10; seq++) {
      table.sendEvents(seq, seq + 1);
      table.clock.advance(PATIENCE);
    }
    expect(table.wire.now.all("room:catch-up")).toHaveLength(1);
    expect(table.wire.now.last("room:catch-up").payload).toMatchObject({ room: ROOM, after: { seq: 1 } });
    table.answerCatchUp();
    table.sendEvents(1);
    expect(table.view.state).toEqual(table.log.state);
    table.clock.advance(30_000);
    expect(table.wire.now.all("room:catch-up")).toHaveLength(1);
  });

  it("asks nothing when packets come in another order and the hole fills by itself", () => {
    const table = Table.live(new RealLog());
    table.log.say(4);
    table.sendEvents(3, 5).sendEvents(2, 3).sendEvents(1, 2);
    table.clock.advance(PATIENCE);
    expect(table.view.seq).toBe(5);
    expect(table.wire.now.all("room:catch-up")).toHaveLength(0);
  });

  it("asks when the beacon tells of more than it holds", () => {
    const table = Table.live(new RealLog());
    table.log.say(2);
    table.wire.now.say("room:heads", { heads: { [ROOM]: 3 } });
    table.clock.advance(PATIENCE);
    expect(table.wire.now.all("room:catch-up")).toHaveLength(1);
  });

  it("is not driven to storm a server that knows less than its beacon", () => {
    const table = Table.live(new RealLog());
    table.wire.now.say("room:heads", { heads: { [ROOM]: 5 } });
    for (let second = 0; second < 60; second++) {
      table.clock.advance(1_000);
      const asked = table.wire.now.all("room:catch-up").at(-1);
      asked?.answer({ ok: true, room: ROOM, epoch: table.log.epoch, head: 1, catchUp: "none" });
    }
    expect(table.wire.now.all("room:catch-up").length).toBeLessThan(30);
    expect(table.wire.now.all("room:catch-up").length).toBeGreaterThan(10);
  });

  it("joins anew when the server says that it does not hear the room", () => {
    const table = Table.live(new RealLog());
    table.log.say(2);
    table.sendEvents(2);
    table.clock.advance(PATIENCE);
    table.wire.now
      .last("room:catch-up")
      .answer({ ok: false, refusal: refuse("not-joined", "You do not hear it.") });
    table.clock.advance(500);
    expect(table.wire.now.all("room:join")).toHaveLength(2);
  });

  it("takes a snapshot of another epoch, and forgets what the old numbers meant", () => {
    const table = Table.live(playedLog());
    const restored = new RealLog("second-life");
    restored.say(2);
    const moved = { room: ROOM, epoch: restored.epoch };
    table.wire.now.say("room:events", { ...moved, events: restored.after(2) });
    table.clock.advance(PATIENCE);
    expect(table.wire.now.last("room:catch-up").payload).toMatchObject({ after: { epoch: table.log.epoch } });
    table.wire.now.last("room:catch-up").answer({ ok: true, ...moved, head: 3, catchUp: "snapshot" });
    const snapshot = { ...moved, seq: 3, state: restored.state, reason: "epoch-changed" } as const;
    table.wire.now.say("room:snapshot", snapshot);
    expect(table.view).toMatchObject({
      epoch: "second-life",
      seq: 3,
      head: 3,
      missed: null,
      status: { kind: "live" },
    });
    expect(table.view.state).toEqual(restored.state);
  });

  it("CLIENT-2 drops what it holds when the server has less than that, says so, and takes a snapshot", () => {
    const table = Table.live(playedLog());
    const held = table.view.seq;
    table.reconnect();
    const refusal = refuse("ahead-of-log", "The log ends earlier.");
    table.wire.now.last("room:join").answer({ ok: false, refusal });
    expect(table.faults).toEqual([{ kind: "log-replaced", room: ROOM, seq: held }]);
    expect(table.view).toMatchObject({ seq: 0, state: null, status: { kind: "joining" } });
    table.clock.advance(1_000);
    expect(table.wire.now.last("room:join").payload).toEqual({ room: ROOM });
    const restored = table.log.restored(table.log.epoch, 5);
    const { epoch, head } = restored;
    const reply = { ok: true, room: ROOM, epoch, head, catchUp: "snapshot", seen: 5 } as const;
    table.wire.now.last("room:join").answer(reply);
    const snapshot = { room: ROOM, epoch, seq: 5, state: restored.state, reason: "joined" } as const;
    table.wire.now.say("room:snapshot", snapshot);
    expect(table.view).toMatchObject({ seq: 5, head: 5, missed: null, status: { kind: "live" } });
  });

  it("CLIENT-2 does the same when that shows while asking for what is missing", () => {
    const table = Table.live(playedLog());
    table.client.check();
    const refusal = refuse("ahead-of-log", "The log ends earlier.");
    table.wire.now.last("room:catch-up").answer({ ok: false, refusal });
    table.clock.advance(1_000);
    expect(table.wire.now.last("room:join").payload).toEqual({ room: ROOM });
    table.answerJoin().sendSnapshot();
    expect(table.view).toMatchObject({ seq: table.log.head, status: { kind: "live" } });
  });

  it("asks again when the snapshot of the other epoch is lost, though its numbers are lower", () => {
    const table = Table.live(playedLog());
    table.reconnect();
    const reply = {
      ok: true,
      room: ROOM,
      epoch: "second-life",
      head: 2,
      catchUp: "snapshot",
      seen: 0,
    } as const;
    table.wire.now.last("room:join").answer(reply);
    table.clock.advance(8_100);
    expect(table.wire.now.all("room:catch-up")).toHaveLength(1);
  });

  it("stops, and says so, at an event that its rules do not know", () => {
    const table = Table.live(playedLog());
    const strange = {
      seq: table.log.head + 1,
      at: 0,
      actor: BOB,
      type: "game-started",
      data: { setup: null },
    } as const;
    table.wire.now.say("room:events", { room: ROOM, epoch: table.log.epoch, events: [strange] });
    expect(table.view).toMatchObject({
      status: { kind: "refused", refusal: { code: "unsupported-version" } },
    });
    expect(table.view.seq).toBe(table.log.head);
    expect(table.faults).toMatchObject([{ kind: "inapplicable", room: ROOM, seq: table.log.head + 1 }]);
  });

  it("hears nothing of other rooms", () => {
    const table = Table.live(new RealLog());
    const before = table.view;
    const other = "55555555-5555-4555-8555-555555555555";
    table.log.say(1);
    table.wire.now.say("room:events", { room: other, epoch: table.log.epoch, events: table.log.after(1) });
    table.wire.now.say("room:heads", { heads: { [other]: 99 } });
    expect(table.view).toBe(before);
  });

  it("keeps the same view while nothing changes", () => {
    const table = Table.live(playedLog());
    const before = table.view;
    table.sendEvents(2).sendSnapshot();
    table.wire.now.say("room:heads", { heads: { [ROOM]: table.log.head } });
    expect(table.view).toBe(before);
  });
});

describe("what was missed", () => {
  it("CLIENT-7 is what passed between the cut and the return", () => {
    const table = Table.live(new RealLog());
    table.log.say(5);
    table.reconnect();
    table.answerJoin("events");
    expect(table.view.missed).toEqual({ from: 2, to: 6 });
    table.sendEvents(1);
    expect(table.view.missed).toEqual({ from: 2, to: 6 });
  });

  it("is nothing when nothing happened meanwhile", () => {
    const table = Table.live(new RealLog());
    table.reconnect();
    table.answerJoin("none");
    expect(table.view.missed).toBeNull();
  });

  it("CLIENT-7 adds up over absences until it is taken note of", () => {
    const table = Table.live(new RealLog());
    table.log.say(2);
    table.reconnect();
    table.answerJoin("events").sendEvents(1);
    table.log.say(1);
    table.sendEvents(3);
    table.log.say(3);
    table.reconnect();
    table.answerJoin("events").sendEvents(4);
    expect(table.view.missed).toEqual({ from: 2, to: 7 });
    table.room.dismissMissed();
    expect(table.view.missed).toBeNull();
    table.log.say(1);
    table.reconnect();
    table.answerJoin("events").sendEvents(7);
    expect(table.view.missed).toEqual({ from: 8, to: 8 });
  });

  it("CLIENT-7 begins for a fresh page where the server says that its person had left", () => {
    const log = playedLog();
    const table = new Table(log).answerJoin("snapshot", 6).sendSnapshot(6);
    expect(table.view.status).toEqual({ kind: "catching-up", done: 0, total: log.head - 6 });
    expect(table.view.missed).toEqual({ from: 7, to: log.head });
    table.sendEvents(6);
    expect(table.view).toMatchObject({ status: { kind: "live" }, missed: { from: 7, to: log.head } });
  });

  it("CLIENT-7 is told to a fresh page that is given a later state than where its person had left", () => {
    const log = playedLog();
    const table = new Table(log).answerJoin("snapshot", 4).sendSnapshot(log.head, "too-far");
    expect(table.view).toMatchObject({ seq: log.head, missed: { from: 5, to: log.head } });
  });

  it("CLIENT-7 is counted from what this page held, and not from what the server knows of", () => {
    const table = Table.live(new RealLog());
    table.log.say(5);
    table.reconnect();
    table.answerJoin("events", 0);
    expect(table.view.missed).toEqual({ from: 2, to: 6 });
  });

  it("is not what a page holds that joins anew on the same connection", () => {
    const table = Table.live(playedLog());
    table.client.check();
    const refusal = refuse("not-joined", "You do not hear it.");
    table.wire.now.last("room:catch-up").answer({ ok: false, refusal });
    table.clock.advance(1_000);
    table.answerJoin("none", 2);
    expect(table.view.missed).toBeNull();
  });

  it("is not what a hole in the middle of a connection brought", () => {
    const table = Table.live(new RealLog());
    table.log.say(4);
    table.sendEvents(3);
    table.clock.advance(PATIENCE);
    table.answerCatchUp();
    table.sendEvents(1);
    expect(table.view).toMatchObject({ seq: 5, missed: null });
  });
});

describe("telling what was seen", () => {
  it("tells at most twice a second, and only what moved", () => {
    const table = Table.live(new RealLog());
    table.room.seen();
    table.room.seen();
    table.log.say(2);
    table.sendEvents(1, 2);
    table.room.seen();
    table.sendEvents(2, 3);
    table.room.seen();
    expect(table.wire.now.all("room:seen")).toHaveLength(1);
    table.wire.now.last("room:seen").answer({ ok: true });
    table.clock.advance(500);
    expect(table.wire.now.all("room:seen").map(({ payload }) => payload.seq)).toEqual([1, 3]);
    table.wire.now.last("room:seen").answer({ ok: true });
    table.clock.advance(5_000);
    table.room.seen();
    expect(table.wire.now.all("room:seen")).toHaveLength(2);
  });

  it("tells after the next join what could not be told", () => {
    const table = Table.live(new RealLog());
    table.wire.now.lose();
    table.room.seen();
    table.clock.advance(5_000);
    table.wire.now.accept();
    expect(table.wire.now.all("room:seen")).toHaveLength(0);
    table.answerJoin("none");
    expect(table.wire.now.last("room:seen").payload).toEqual({ room: ROOM, seq: 1 });
  });

  it("tells again after a cut what was told and not answered", () => {
    const table = Table.live(new RealLog());
    table.room.seen();
    table.reconnect();
    table.answerJoin("none");
    table.clock.advance(500);
    expect(table.wire.now.all("room:seen")).toHaveLength(1);
  });
});
