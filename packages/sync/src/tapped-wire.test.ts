import { describe, expect, it } from "vitest";
import { Lab } from "./lab/lab.js";
import { type Passing, type Tap, TappedWire } from "./tapped-wire.js";
import { FakeWire } from "./testing/fake-wire.js";
import { EPOCH, RealLog, ROOM } from "./testing/real-log.js";
import { VirtualClock } from "./testing/virtual-clock.js";
import type { Connection, ServerPacket } from "./wire.js";

/** Holds everything back, to be carried whenever a test likes. */
class Hand implements Tap {
  readonly held: { passing: Passing; carry: () => void }[] = [];
  mayOpen = true;

  admits(): boolean {
    return this.mayOpen;
  }

  passes(passing: Passing, carry: () => void): void {
    this.held.push({ passing, carry });
  }

  carryAll(): void {
    for (const { carry } of this.held) carry();
  }
}

/** A tapped connection, with a test at its other end and in the place of the client. */
class Setup {
  readonly clock = new VirtualClock();
  readonly fake = new FakeWire();
  readonly wire = new TappedWire(this.fake, this.clock);
  readonly happened: string[] = [];
  readonly packets: ServerPacket[] = [];

  open(): Connection {
    return this.wire.open({
      opened: () => this.happened.push("opened"),
      heard: (packet) => {
        this.packets.push(packet);
        this.happened.push(packet.name);
      },
      closed: () => this.happened.push("closed"),
      refused: () => this.happened.push("refused"),
    });
  }

  deliver(seq: number): void {
    const events = new RealLog().events.map((event) => ({ ...event, seq }));
    this.fake.now.say("room:events", { room: ROOM, epoch: EPOCH, events });
  }

  get numbers(): number[] {
    return this.packets.flatMap(({ name, payload }) =>
      name === "room:events" ? payload.events.map(({ seq }) => seq) : [],
    );
  }
}

describe("a wire that can be tapped", () => {
  it("LAB-1 is the wire below where nothing is tapped", () => {
    const setup = new Setup();
    const connection = setup.open();
    setup.fake.now.accept();
    setup.deliver(1);
    setup.packets[0]?.received();
    expect(setup.fake.now.received).toBe(1);
    connection.request("lobby:leave", {}, () => setup.happened.push("answered"));
    setup.fake.now.last("lobby:leave").answer({ ok: true });
    setup.fake.now.lose();
    expect(setup.happened).toEqual(["opened", "room:events", "answered", "closed"]);
  });

  it("passes everything by the tap, both ways", () => {
    const setup = new Setup();
    const tap = new Hand();
    setup.wire.tap(tap);
    const connection = setup.open();
    setup.fake.now.accept();
    expect(setup.happened).toEqual([]);
    tap.held[0]?.carry();
    connection.request("lobby:leave", {}, () => setup.happened.push("answered"));
    expect(setup.fake.now.asked).toEqual([]);
    tap.held[1]?.carry();
    setup.fake.now.last("lobby:leave").answer({ ok: true });
    setup.deliver(1);
    tap.held[3]?.carry();
    setup.packets[0]?.received();
    expect(setup.fake.now.received).toBe(0);
    expect(tap.held.map(({ passing: { way, kind } }) => `${way} ${kind}`)).toEqual([
      ...["in opened", "out request", "in answer", "in packet", "out received"],
    ]);
  });

  it("answers once at most, whatever the tap repeats", () => {
    const setup = new Setup();
    const connection = setup.open();
    setup.fake.now.accept();
    const tap = new Hand();
    setup.wire.tap(tap);
    connection.request("lobby:leave", {}, () => setup.happened.push("answered"));
    tap.carryAll();
    setup.fake.now.last("lobby:leave").answer({ ok: true });
    for (let time = 0; time < 3; time++) tap.held[1]?.carry();
    expect(setup.happened).toEqual(["opened", "answered"]);
  });

  it("says nothing of a connection that ended, however late it is carried", () => {
    const setup = new Setup();
    const first = setup.open();
    setup.fake.now.accept();
    const tap = new Hand();
    setup.wire.tap(tap);
    setup.deliver(1);
    first.close();
    setup.open();
    setup.fake.now.accept();
    setup.wire.cut();
    tap.carryAll();
    expect(setup.happened).toEqual(["opened", "closed"]);
  });

  it("lets no connection up where the tap does not, and calls nothing from inside a call", () => {
    const setup = new Setup();
    const tap = new Hand();
    tap.mayOpen = false;
    setup.wire.tap(tap);
    setup.open();
    expect(setup.happened).toEqual([]);
    setup.clock.advance(0);
    expect(setup.happened).toEqual(["closed"]);
    expect(setup.fake.connections).toEqual([]);
  });
});

describe("a lab on it", () => {
  it("delivers twice what it repeats", () => {
    const setup = new Setup();
    setup.open();
    setup.fake.now.accept();
    const lab = new Lab(setup.wire, { clock: setup.clock });
    lab.repeat(true);
    setup.deliver(7);
    expect(setup.numbers).toEqual([7, 7]);
  });

  it("keeps the order on a slow link, also when it becomes fast again", () => {
    const setup = new Setup();
    setup.open();
    setup.fake.now.accept();
    const delays = [0.9, 0.1, 0.5];
    const lab = new Lab(setup.wire, { clock: setup.clock, random: () => delays.shift() ?? 0 });
    lab.slow({ latencyMs: 100, jitterMs: 1_000 });
    for (const seq of [1, 2, 3]) setup.deliver(seq);
    lab.slow(null);
    setup.deliver(4);
    setup.clock.advance(999);
    expect(setup.numbers).toEqual([]);
    setup.clock.advance(1);
    expect(setup.numbers).toEqual([1, 2, 3, 4]);
  });
});
