import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSyncClient } from "../sync-client.js";
import { TappedWire } from "../tapped-wire.js";
import { ALICE, playedLog, ROOM } from "../testing/real-log.js";
import { seededRandom } from "../testing/seeded-random.js";
import { UnkindNetwork } from "../testing/unkind-network.js";
import { VirtualClock } from "../testing/virtual-clock.js";
import type { CommandOutcome } from "../views.js";
import { Lab } from "./lab.js";
import type { Gap, Passage } from "./lab-view.js";

const SECONDS = 1_000;

/** A client at a table, on a perfect network with a lab on it. */
class Bench {
  readonly clock = new VirtualClock();
  readonly network = new UnkindNetwork(this.clock, playedLog());
  readonly outcomes: CommandOutcome[] = [];
  readonly lab: Lab;
  readonly #room;
  readonly #client;
  #said = 0;

  constructor(seed = 1) {
    const random = seededRandom(seed);
    let ids = 0;
    const wire = new TappedWire(this.network, this.clock);
    const newCommandId = () => `mine-${++ids}`;
    this.#client = createSyncClient({ wire, player: ALICE, clock: this.clock, random, newCommandId });
    this.#room = this.#client.openRoom(ROOM);
    this.lab = new Lab(wire, { clock: this.clock, random });
    this.#client.start();
    this.clock.advance(100);
  }

  get view() {
    return this.#room.view.get();
  }

  get connection(): string {
    return this.#client.connection.get().kind;
  }

  get said(): number {
    return this.#said;
  }

  say(): void {
    this.#said += 1;
    this.#room
      .send({ type: "say", text: `mine ${this.#said}` })
      .then((outcome) => this.outcomes.push(outcome));
  }

  /** So many seconds pass, with the beacon that a server sends. */
  async pass(seconds: number): Promise<void> {
    for (let second = 0; second < seconds; second++) {
      this.network.beacon();
      this.clock.advance(SECONDS);
    }
    await new Promise(setImmediate);
  }

  passages(): Passage[] {
    return this.lab.view.get().entries.filter((entry): entry is Passage => entry.kind === "passage");
  }

  gaps(): Gap[] {
    return this.lab.view.get().entries.filter((entry): entry is Gap => entry.kind !== "passage");
  }
}

describe("each switch of the lab does what it says", () => {
  it("cuts at once, keeps it cut, and lets it come back", async () => {
    const bench = new Bench();
    expect(bench.connection).toBe("live");
    bench.lab.cut(10 * SECONDS);
    expect(bench.connection).toBe("reconnecting");
    bench.network.say();
    await bench.pass(9);
    expect(bench.connection).toBe("reconnecting");
    expect(bench.view.seq).toBe(bench.network.log.head - 1);
    await bench.pass(10);
    expect(bench.connection).toBe("live");
    expect(bench.view.seq).toBe(bench.network.log.head);
  });

  it("goes dark both ways while the connection seems to stand", async () => {
    const bench = new Bench();
    bench.lab.goDark(10 * SECONDS);
    bench.network.say();
    bench.say();
    const { head } = bench.network.log;
    await bench.pass(5);
    expect(bench.connection).toBe("live");
    expect(bench.network.log.head, "what was said goes nowhere").toBe(head);
    expect(bench.view.seq, "nothing is heard").toBe(head - 1);
    expect(bench.passages().filter(({ fate }) => fate === "lost").length).toBeGreaterThan(1);
    await bench.pass(30);
    expect(bench.view.seq).toBe(head + 1);
    expect(bench.outcomes).toEqual([{ ok: true, seq: head + 1 }]);
  });

  it("loses deliveries, which shows as a gap that is noticed and filled", async () => {
    const bench = new Bench();
    const before = bench.view.seq;
    bench.lab.loseDeliveries(2);
    bench.network.say();
    bench.network.say();
    bench.clock.advance(50);
    expect(bench.view.seq).toBe(before);
    expect(bench.lab.view.get().toLose).toBe(0);
    bench.network.say();
    await bench.pass(5);
    expect(bench.view.seq).toBe(before + 3);
    const gap = { room: ROOM, from: before + 1, to: before + 3 };
    expect(bench.gaps()).toMatchObject([
      { kind: "gap", ...gap },
      { kind: "filled", ...gap },
    ]);
  });

  it("repeats deliveries, and each event is applied once", async () => {
    const bench = new Bench();
    const before = bench.view.seq;
    bench.lab.repeat(true);
    bench.network.say();
    bench.network.say();
    await bench.pass(1);
    expect(bench.passages().filter(({ fate }) => fate === "repeated")).toHaveLength(2);
    const numbers = bench.view.events.map(({ seq }) => seq);
    expect(numbers.slice(-2)).toEqual([before + 1, before + 2]);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it("slows the link, and keeps the order", () => {
    const bench = new Bench();
    const before = bench.view.seq;
    bench.lab.slow({ latencyMs: 800, jitterMs: 400 });
    for (let time = 0; time < 5; time++) bench.network.say();
    bench.clock.advance(700);
    expect(bench.view.seq).toBe(before);
    bench.clock.advance(600);
    expect(bench.view.seq).toBe(before + 5);
    expect(bench.gaps()).toEqual([]);
  });

  it("forgets one answer, after which the command is asked again and has one effect", async () => {
    const bench = new Bench();
    const before = bench.network.log.head;
    bench.lab.forgetAnswer();
    bench.say();
    await bench.pass(20);
    expect(bench.outcomes).toEqual([{ ok: true, seq: before + 1 }]);
    expect(bench.network.log.head).toBe(before + 1);
    const answers = bench.passages().filter(({ name, what }) => name === "room:command" && what === "answer");
    expect(answers[0]?.fate).toBe("lost");
  });

  it("keeps only so many packets, and sees nothing once it is closed", async () => {
    const bench = new Bench();
    for (let time = 0; time < 300; time++) bench.network.say();
    await bench.pass(2);
    expect(bench.lab.view.get().entries).toHaveLength(200);
    bench.lab.slow({ latencyMs: 5_000, jitterMs: 0 });
    bench.lab.close();
    const before = bench.lab.view.get().entries;
    bench.network.say();
    await bench.pass(1);
    expect(bench.lab.view.get().entries).toBe(before);
    expect(bench.view.seq).toBe(bench.network.log.head);
  });

  it("tells how long a plain question took", () => {
    const bench = new Bench();
    expect(bench.lab.view.get().roundTripMs).toBe(10);
  });
});

const action = fc.oneof(
  fc.record({ kind: fc.constant("wait" as const), ms: fc.nat(6_000) }),
  fc.record({
    kind: fc.constantFrom("cut", "dark", "lose", "repeat", "slow", "forget", "calm", "they speak", "I speak"),
  }),
);

describe("whatever the lab does", { timeout: 60_000 }, () => {
  it("LAB-1 the client ends level with the log, and each of its commands is there once (G3, G10, G13)", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 30 }), fc.integer(), async (actions, seed) => {
        const bench = new Bench(seed);
        for (const step of actions) act(bench, step);
        bench.lab.calm();
        await bench.pass(60);
        const { log } = bench.network;
        expect(bench.view).toMatchObject({ status: { kind: "live" }, seq: log.head, pending: [] });
        expect(bench.view.state).toEqual(log.state);
        const mine = log.events.filter(({ commandId }) => commandId?.startsWith("mine-"));
        expect(mine).toHaveLength(bench.said);
        expect(bench.outcomes).toEqual(mine.map(({ seq }) => ({ ok: true, seq })));
      }),
      { numRuns: 150 },
    );
  });
});

function act(bench: Bench, { kind, ms = 0 }: { kind: string; ms?: number }): void {
  const { lab, network, clock } = bench;
  if (kind === "wait") clock.advance(ms);
  if (kind === "cut") lab.cut(10 * SECONDS);
  if (kind === "dark") lab.goDark(10 * SECONDS);
  if (kind === "lose") lab.loseDeliveries(5);
  if (kind === "repeat") lab.repeat(true);
  if (kind === "slow") lab.slow({ latencyMs: 400, jitterMs: 400 });
  if (kind === "forget") lab.forgetAnswer();
  if (kind === "calm") lab.calm();
  if (kind === "they speak") network.say();
  if (kind === "I speak") bench.say();
}
