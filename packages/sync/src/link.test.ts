import { refuse } from "@rejoin/protocol";
import { describe, expect, it } from "vitest";
import { Variable } from "./observable.js";
import { createSyncClient } from "./sync-client.js";
import { FakeWire } from "./testing/fake-wire.js";
import { ALICE, RealLog, ROOM } from "./testing/real-log.js";
import { Rig } from "./testing/rig.js";
import { seededRandom } from "./testing/seeded-random.js";
import { Table } from "./testing/table.js";
import { VirtualClock } from "./testing/virtual-clock.js";

describe("the connection", () => {
  it("tells of itself from the first attempt on", () => {
    const rig = new Rig();
    const view = rig.client.connection;
    expect(view.get()).toEqual({ kind: "idle" });
    rig.client.start();
    expect(view.get()).toEqual({ kind: "connecting" });
    rig.wire.now.accept();
    expect(view.get()).toEqual({ kind: "live" });
    rig.wire.now.lose();
    expect(view.get()).toEqual({ kind: "reconnecting", since: 0, attempt: 1, nextAttemptAt: 250 });
    rig.clock.advance(250);
    expect(view.get()).toEqual({ kind: "reconnecting", since: 0, attempt: 1, nextAttemptAt: null });
    rig.wire.now.accept();
    expect(view.get()).toEqual({ kind: "live" });
    rig.client.stop();
    expect(view.get()).toEqual({ kind: "idle" });
    expect(rig.wire.now.isClosed).toBe(true);
  });

  it("pauses longer from attempt to attempt, up to a bound, and quickly again after a good connection", () => {
    const rig = new Rig().connect();
    const pauses: number[] = [];
    for (let attempt = 0; attempt < 7; attempt++) {
      const attempts = rig.wire.connections.length;
      const before = rig.clock.now();
      rig.wire.now.lose();
      while (rig.wire.connections.length === attempts) rig.clock.advance(1);
      pauses.push(rig.clock.now() - before);
    }
    expect(pauses).toEqual([250, 500, 1_000, 2_000, 2_000, 2_000, 2_000]);
    rig.wire.now.accept();
    rig.clock.advance(5_000);
    rig.wire.now.lose();
    rig.clock.advance(250);
    expect(rig.wire.now.isClosed).toBe(false);
  });

  it("CLIENT-5 spreads over the whole pause (full jitter)", () => {
    const rig = new Rig(() => 0.01).connect();
    rig.wire.now.lose();
    rig.clock.advance(5);
    expect(rig.wire.connections).toHaveLength(2);
  });

  it("gives up an attempt that does not come to an end", () => {
    const rig = new Rig();
    rig.client.start();
    rig.clock.advance(10_000);
    expect(rig.wire.now.isClosed).toBe(true);
    rig.clock.advance(250);
    expect(rig.wire.connections).toHaveLength(2);
  });

  it("stops at a refusal that will not pass, until it is started again", () => {
    const rig = new Rig();
    rig.client.start();
    const refusal = refuse("unauthenticated", "Sign in first.");
    rig.wire.now.refuse(refusal);
    expect(rig.client.connection.get()).toEqual({ kind: "refused", refusal });
    rig.client.check();
    rig.clock.advance(60_000);
    expect(rig.wire.connections).toHaveLength(1);
    rig.client.start();
    expect(rig.client.connection.get()).toEqual({ kind: "connecting" });
    rig.wire.now.accept();
    expect(rig.client.connection.get()).toEqual({ kind: "live" });
  });

  it("tries again after a refusal that may pass, not before the server said, and spread over as long again", () => {
    const rig = new Rig();
    rig.client.start();
    rig.wire.now.refuse(refuse("too-many-connections", "Full for now.", 3_000));
    rig.clock.advance(4_499);
    expect(rig.wire.connections).toHaveLength(1);
    rig.clock.advance(1);
    expect(rig.wire.connections).toHaveLength(2);
  });

  it("leaves a draining server and comes back at a random moment within the time given", () => {
    const rig = new Rig(() => 0.25).connect();
    rig.wire.now.say("server:draining", { reconnectWithinMs: 4_000 });
    expect(rig.wire.now.isClosed).toBe(true);
    rig.clock.advance(999);
    expect(rig.wire.connections).toHaveLength(1);
    rig.clock.advance(1);
    expect(rig.wire.connections).toHaveLength(2);
  });

  it("CLIENT-5 a thousand that are cut at once come back spread out, whatever they are told", () => {
    const told = {
      "nothing: the network is gone": (wire: FakeWire) => wire.now.lose(),
      "that there is no room for now": (wire: FakeWire) =>
        wire.now.refuse(refuse("too-many-connections", "Full for now.", 2_000)),
      "that the server is going away": (wire: FakeWire) => {
        wire.now.accept();
        wire.now.say("server:draining", { reconnectWithinMs: 4_000 });
      },
    };
    for (const [what, tell] of Object.entries(told)) {
      const attempts = herd(1_000, tell);
      const [first, last] = [Math.min(...attempts), Math.max(...attempts)];
      expect(last - first, what).toBeGreaterThan(400);
      expect(first, what).toBeGreaterThanOrEqual(what.includes("no room") ? 2_000 : 0);
      // No tenth of the time sees much more than a tenth of them.
      for (let tenth = 0; tenth < 10; tenth++) {
        const [from, to] = [tenth, tenth + 1].map((edge) => first + ((last - first) * edge) / 10);
        const inIt = attempts.filter((at) => at >= (from ?? 0) && at < (to ?? 0));
        expect(inIt.length, `${what}, tenth ${tenth}`).toBeLessThan(150);
      }
    }
  });

  it("starts once, however often it is asked to", () => {
    const rig = new Rig().connect();
    rig.client.start();
    expect(rig.wire.connections).toHaveLength(1);
    rig.client.stop();
    rig.client.stop();
    rig.clock.advance(60_000);
    expect(rig.wire.connections).toHaveLength(1);
  });

  it("says when the device itself has no network, and does not wait once it has one", () => {
    const [clock, wire, online] = [new VirtualClock(), new FakeWire(), new Variable(true)];
    const client = createSyncClient({ wire, player: ALICE, clock, random: () => 0.5, online });
    client.start();
    wire.now.accept();
    wire.now.lose();
    online.set(false);
    expect(client.connection.get()).toEqual({ kind: "offline", since: 0 });
    // A server on the same device is reached all the same, so it is tried on.
    for (let failures = 0; failures < 6; failures++) {
      clock.advance(5_000);
      wire.now.lose();
    }
    const attempts = wire.connections.length;
    online.set(true);
    expect(wire.connections).toHaveLength(attempts + 1);
  });
});

describe("checking", () => {
  it("asks every room at once whether anything is missing", () => {
    const table = Table.live(new RealLog());
    table.client.check();
    expect(table.wire.now.last("room:catch-up").payload).toEqual({
      room: ROOM,
      after: { epoch: table.log.epoch, seq: 1 },
    });
    table.answerCatchUp("none");
    table.clock.advance(10_000);
    expect(table.client.connection.get()).toEqual({ kind: "live" });
    expect(table.view.status).toEqual({ kind: "live" });
  });

  it("gives up a connection that shows no sign of life, and connects anew at once", () => {
    const table = Table.live(new RealLog());
    table.client.check();
    table.client.check();
    table.clock.advance(2_999);
    expect(table.wire.now.isClosed).toBe(false);
    table.clock.advance(1);
    expect(table.wire.connections[0]?.isClosed).toBe(true);
    expect(table.wire.connections).toHaveLength(2);
  });

  it("takes anything that is heard for a sign of life", () => {
    const table = Table.live(new RealLog());
    table.client.check();
    table.wire.now.say("room:heads", { heads: {} });
    table.clock.advance(5_000);
    expect(table.wire.now.isClosed).toBe(false);
  });

  it("asks for a sign of life where nothing is held that could be asked about", () => {
    const rig = new Rig().connect();
    rig.client.check();
    expect(rig.wire.now.asked).toHaveLength(1);
    rig.wire.now.last("lobby:leave").answer({ ok: true });
    rig.clock.advance(5_000);
    expect(rig.wire.connections).toHaveLength(1);
  });

  it("does not wait for the next attempt", () => {
    const rig = new Rig().connect();
    rig.wire.now.lose();
    rig.client.check();
    expect(rig.wire.connections).toHaveLength(2);
  });

  it("does nothing for a client that is stopped", () => {
    const rig = new Rig();
    rig.client.check();
    expect(rig.wire.connections).toHaveLength(0);
  });
});

/** Clients that connect at once and meet the same fate. @returns when each of them tries again, in milliseconds */
function herd(size: number, meet: (wire: FakeWire) => void): number[] {
  const random = seededRandom(7);
  return Array.from({ length: size }, () => {
    const [clock, wire] = [new VirtualClock(), new FakeWire()];
    createSyncClient({ wire, player: ALICE, clock, random }).start();
    meet(wire);
    while (wire.connections.length === 1) clock.advance(1);
    return clock.now();
  });
}
