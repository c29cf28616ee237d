import { describe, expect, it } from "vitest";
import { CODE, RealLog, ROOM } from "./testing/real-log.js";
import { Rig } from "./testing/rig.js";
import { Table } from "./testing/table.js";

const LINGER = 1_000;

describe("rooms", () => {
  it("are held once, by id as by code", () => {
    const table = Table.live(new RealLog());
    expect(table.client.openRoom(ROOM)).toBe(table.room);
    expect(table.client.openRoom(CODE.toLowerCase())).toBe(table.room);
    expect(table.wire.now.all("room:join")).toHaveLength(1);
  });

  it("are left when the last holder lets go, after a moment", () => {
    const table = Table.live(new RealLog());
    table.client.openRoom(ROOM);
    table.room.release();
    table.clock.advance(LINGER);
    expect(table.wire.now.all("room:leave")).toHaveLength(0);
    table.room.release();
    table.clock.advance(LINGER - 1);
    expect(table.wire.now.all("room:leave")).toHaveLength(0);
    table.clock.advance(1);
    expect(table.wire.now.last("room:leave").payload).toEqual({ room: ROOM });
    table.reconnect();
    expect(table.wire.now.all("room:join")).toHaveLength(0);
  });

  it("are kept for whoever comes back at once", () => {
    const table = Table.live(new RealLog());
    table.room.release();
    expect(table.client.openRoom(ROOM)).toBe(table.room);
    table.clock.advance(LINGER * 2);
    expect(table.wire.now.all("room:leave")).toHaveLength(0);
  });

  it("CLIENT-7 tell whoever comes back at once what passed meanwhile, as those who come back later are told", () => {
    const table = Table.live(new RealLog());
    table.room.seen();
    table.room.release();
    table.log.say(2);
    table.sendEvents(1);
    expect(table.view).toMatchObject({ seq: 3, missed: null });
    table.client.openRoom(ROOM);
    expect(table.view).toMatchObject({ seq: 3, missed: { from: 2, to: 3 } });
    table.room.dismissMissed();
    table.log.say(1);
    table.sendEvents(3);
    expect(table.view).toMatchObject({ seq: 4, missed: null });
  });

  it("were not missed by whoever never looked", () => {
    const table = Table.live(new RealLog());
    table.room.release();
    table.log.say(2);
    table.sendEvents(1);
    table.client.openRoom(ROOM);
    expect(table.view).toMatchObject({ seq: 3, missed: null });
  });

  it("are joined anew by whoever comes back later", () => {
    const table = Table.live(new RealLog());
    table.room.release();
    table.clock.advance(LINGER);
    expect(table.client.openRoom(ROOM)).not.toBe(table.room);
    expect(table.wire.now.last("room:join").payload).toEqual({ room: ROOM });
  });

  it("CLIENT-6 are left all the same when they are let go while their join is unanswered, so that the server forgets them too", () => {
    const rig = new Rig().connect();
    rig.client.openRoom(CODE).release();
    rig.clock.advance(LINGER);
    expect(rig.wire.now.all("room:leave")).toHaveLength(0);
    const { epoch, head } = new RealLog();
    const reply = { ok: true, room: ROOM, epoch, head, catchUp: "snapshot", seen: 0 } as const;
    rig.wire.now.last("room:join").answer(reply);
    expect(rig.wire.now.last("room:leave").payload).toEqual({ room: ROOM });
    rig.reconnect();
    expect(rig.wire.now.all("room:join")).toHaveLength(0);
  });

  it("are forgotten when they are let go while their join is unanswered and the connection is lost", () => {
    const rig = new Rig().connect();
    rig.client.openRoom(CODE).release();
    rig.clock.advance(LINGER);
    rig.reconnect();
    expect(rig.wire.now.all("room:join")).toHaveLength(0);
  });

  it("are taken up again by whoever still has something to say there", async () => {
    const table = Table.live(new RealLog());
    table.room.release();
    table.clock.advance(LINGER);
    const outcome = table.room.send({ type: "say", text: "one more thing" });
    table.answerJoin();
    table.wire.now.last("room:command").answer({ ok: true, seq: 2 });
    expect(await outcome).toEqual({ ok: true, seq: 2 });
    expect(table.wire.now.all("room:leave")).toHaveLength(2);
  });

  it("are not left before every command has its outcome (G13)", async () => {
    const table = Table.live(new RealLog());
    const outcome = table.room.send({ type: "say", text: "bye" });
    table.room.release();
    table.clock.advance(LINGER);
    table.reconnect();
    table.answerJoin("none");
    expect(table.wire.now.all("room:leave")).toHaveLength(0);
    table.wire.now.last("room:command").answer({ ok: true, seq: 2 });
    expect(await outcome).toEqual({ ok: true, seq: 2 });
    expect(table.wire.now.all("room:leave")).toHaveLength(1);
  });

  it("hear on while the same room is held under another name", () => {
    const rig = new Rig().connect();
    const [byCode, byId] = [rig.client.openRoom(CODE), rig.client.openRoom(ROOM)];
    const log = new RealLog();
    const reply = { ok: true, room: ROOM, epoch: log.epoch, head: 1, catchUp: "snapshot", seen: 1 } as const;
    for (const join of rig.wire.now.all("room:join")) join.answer(reply);
    const snapshot = { room: ROOM, epoch: log.epoch, seq: 1, state: log.state, reason: "joined" } as const;
    rig.wire.now.say("room:snapshot", snapshot);
    expect([byCode.view.get().seq, byId.view.get().seq]).toEqual([1, 1]);
    byCode.release();
    rig.clock.advance(LINGER);
    expect(rig.wire.now.all("room:leave")).toHaveLength(0);
    byId.release();
    rig.clock.advance(LINGER);
    expect(rig.wire.now.all("room:leave")).toHaveLength(1);
  });

  it("wait, with what they hold, while the client is stopped, and catch up after", () => {
    const table = Table.live(new RealLog());
    table.client.stop();
    expect(table.view).toMatchObject({ status: { kind: "waiting" }, seq: 1 });
    table.log.say(2);
    table.client.start();
    table.wire.now.accept();
    table.answerJoin("events").sendEvents(1);
    expect(table.view).toMatchObject({ status: { kind: "live" }, seq: 3, missed: { from: 2, to: 3 } });
  });
});
