import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSyncClient } from "./sync-client.js";
import { ALICE, playedLog, type RealLog, ROOM } from "./testing/real-log.js";
import { seededRandom } from "./testing/seeded-random.js";
import { type Fate, UnkindNetwork } from "./testing/unkind-network.js";
import { VirtualClock } from "./testing/virtual-clock.js";
import type { CommandOutcome, RoomView } from "./views.js";

const fate = fc.constantFrom<Fate>(
  ...([
    "arrives",
    "arrives",
    "is lost",
    "arrives twice",
    "is late",
    "is late",
    "cuts the connection",
  ] as const),
);
const step = fc.oneof(
  fc.record({ kind: fc.constant("wait" as const), ms: fc.nat(900) }),
  fc.record({
    kind: fc.constantFrom("somebody speaks", "I speak", "cut", "check", "beacon", "hide", "show"),
  }),
);
const run = fc.record({ fates: fc.array(fate, { maxLength: 80 }), steps: fc.array(step, { maxLength: 40 }) });

/** One run: a client in a room, on a network that does what the fates say, until they are used up and all is calm. */
class Run {
  readonly clock = new VirtualClock();
  readonly network: UnkindNetwork;
  readonly outcomes: CommandOutcome[] = [];
  readonly logs = new Map<string, RealLog>();
  readonly view: () => RoomView;
  readonly #client;
  readonly #room;
  #given = 0;

  constructor(log: RealLog, seed: number) {
    this.network = new UnkindNetwork(this.clock, log);
    this.logs.set(log.epoch, log);
    const random = seededRandom(seed);
    let ids = 0;
    const newCommandId = () => `mine-${++ids}`;
    this.#client = createSyncClient({
      wire: this.network,
      player: ALICE,
      clock: this.clock,
      random,
      newCommandId,
    });
    this.#room = this.#client.openRoom(ROOM);
    this.view = () => this.#room.view.get();
    this.#watch();
    this.#client.start();
  }

  take(step: { kind: string; ms?: number }): void {
    if (step.kind === "wait") this.clock.advance(step.ms ?? 0);
    if (step.kind === "somebody speaks") this.network.say();
    if (step.kind === "I speak") this.#speak();
    if (step.kind === "cut") this.network.cut();
    if (step.kind === "check") this.#client.check();
    if (step.kind === "beacon") this.network.beacon();
    if (step.kind === "hide") this.#client.stop();
    if (step.kind === "show") this.#client.start();
  }

  /** The log goes back in time, as after a restored backup. */
  restore(): void {
    this.network.log = this.network.log.restored(
      `life-${this.logs.size + 1}`,
      Math.ceil(this.network.log.head / 2),
    );
    this.logs.set(this.network.log.epoch, this.network.log);
    this.network.cut();
  }

  async calm(): Promise<void> {
    this.network.meet([]);
    this.#client.start();
    for (let second = 0; second < 30; second++) {
      this.network.beacon();
      this.clock.advance(1_000);
    }
    await new Promise(setImmediate);
  }

  get given(): number {
    return this.#given;
  }

  #speak(): void {
    this.#given += 1;
    this.#room
      .send({ type: "say", text: `mine ${this.#given}` })
      .then((outcome) => this.outcomes.push(outcome));
  }

  // Whatever a person could see, at any moment, is the fold of the log at the number that is shown.
  #watch(): void {
    let before = this.view();
    this.#room.view.subscribe(() => {
      const now = this.view();
      const log = this.logs.get(now.epoch ?? "");
      if (now.state !== null) {
        expect(now.state).toEqual(log?.states[now.seq]);
        expect(now.events).toEqual(log?.after(now.base?.seq ?? 0, now.seq));
      }
      if (now.epoch === before.epoch) {
        expect(now.seq).toBeGreaterThanOrEqual(before.seq);
        expect(now.head).toBeGreaterThanOrEqual(before.head);
      }
      before = now;
    });
  }
}

describe("a client on an unkind network", { timeout: 60_000 }, () => {
  it("CLIENT-1 shows nothing but the log, ends level with it, and has each of its commands there once (G3, G5, G6, G9, G10, G13)", async () => {
    const struck: Partial<Record<Fate | "catch-up", number>> = {};
    await fc.assert(
      fc.asyncProperty(run, fc.integer(), async ({ fates, steps }, seed) => {
        const played = new Run(playedLog(), seed);
        played.network.meet(fates);
        for (const step of steps) played.take(step);
        await played.calm();
        const { log } = played.network;
        expect(played.view()).toMatchObject({
          status: { kind: "live" },
          seq: log.head,
          head: log.head,
          pending: [],
        });
        const mine = log.events.filter(({ commandId }) => commandId?.startsWith("mine-"));
        expect(mine.map(({ commandId }) => commandId)).toEqual(ids(played.given));
        expect(played.outcomes).toEqual(mine.map(({ seq }) => ({ ok: true, seq })));
        for (const [name, count] of Object.entries(played.network.struck)) {
          struck[name as Fate] = (struck[name as Fate] ?? 0) + count;
        }
        struck["catch-up"] = (struck["catch-up"] ?? 0) + played.network.catchUps;
      }),
      { numRuns: 300 },
    );
    for (const count of Object.values(struck)) expect(count).toBeGreaterThan(20);
  });

  it("takes up the new life of a log that was restored to an earlier state", async () => {
    await fc.assert(
      fc.asyncProperty(run, run, fc.integer(), async (before, after, seed) => {
        const played = new Run(playedLog(), seed);
        played.network.meet(before.fates);
        for (const step of before.steps) played.take(step);
        played.restore();
        played.network.meet(after.fates);
        for (const step of after.steps) played.take(step);
        await played.calm();
        const { log } = played.network;
        expect(played.view()).toMatchObject({
          status: { kind: "live" },
          epoch: log.epoch,
          seq: log.head,
          pending: [],
        });
        expect(played.outcomes).toHaveLength(played.given);
      }),
      { numRuns: 150 },
    );
  });
});

function ids(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `mine-${index + 1}`);
}
