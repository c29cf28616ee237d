import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MemoryOutboxes } from "./memory-outboxes.js";
import { ALICE, playedLog } from "./testing/real-log.js";
import { seededRandom } from "./testing/seeded-random.js";
import { type StorageFate, Tab } from "./testing/tab.js";
import { type Fate, UnkindNetwork } from "./testing/unkind-network.js";
import { VirtualClock } from "./testing/virtual-clock.js";

const fate = fc.constantFrom<Fate>(
  ...(["arrives", "arrives", "is lost", "arrives twice", "is late", "cuts the connection"] as const),
);
const storageFate = fc.constantFrom<StorageFate>(1, 1, 1, 5, 40, 400);
const brokenStorageFate = fc.constantFrom<StorageFate>(1, 5, 40, 3_000, null);
const KINDS = [
  ...["say", "say", "refuse", "allow", "cut"],
  ...["reload", "crash", "lobby", "another tab", "hide", "show"],
] as const;
const step = fc.oneof(
  fc.record({ kind: fc.constant("wait" as const), ms: fc.nat(1_500), tab: fc.nat(1) }),
  fc.record({ kind: fc.constantFrom(...KINDS), ms: fc.constant(0), tab: fc.nat(1) }),
);
type Step = { kind: (typeof KINDS)[number] | "wait"; ms: number; tab: number };
const life = (storage: fc.Arbitrary<StorageFate>) =>
  fc.record({
    fates: fc.array(fate, { maxLength: 60, size: "max" }),
    storage: fc.array(storage, { maxLength: 40, size: "max" }),
    steps: fc.array(step, { maxLength: 30, size: "max" }),
  });

/** Hidden and shown at one moment, in which another tab takes over what it gave, and is late with it. */
const TAKEN_OVER: { fates: Fate[]; storage: StorageFate[]; steps: Step[] } = {
  fates: ["arrives", "is late"],
  storage: [],
  steps: [
    { kind: "say", ms: 0, tab: 0 },
    { kind: "wait", ms: 5, tab: 0 },
    { kind: "another tab", ms: 0, tab: 0 },
    { kind: "hide", ms: 0, tab: 0 },
    { kind: "show", ms: 0, tab: 0 },
    { kind: "say", ms: 0, tab: 0 },
    { kind: "wait", ms: 21, tab: 0 },
  ],
};

const TICK_MS = 20;
/** By then a tab that is shown again knows what is its own. */
const SLOWEST_MS = 1_000;

/** Alice's browser: tabs that come and go, on storage that outlives them, and a network that does what its fates say. */
class Browser {
  readonly clock = new VirtualClock();
  readonly network = new UnkindNetwork(this.clock, playedLog());
  readonly outboxes = new MemoryOutboxes();
  readonly gone: Tab[] = [];
  readonly storage: StorageFate[];
  tabs: Tab[] = [];
  #ids = 0;
  readonly #random: () => number;

  constructor(seed: number, storage: readonly StorageFate[]) {
    this.#random = seededRandom(seed);
    this.storage = [...storage];
    this.open();
  }

  get everyTab(): readonly Tab[] {
    return [...this.gone, ...this.tabs];
  }

  open(isLobby = false): void {
    const ports = {
      wire: this.network,
      clock: this.clock,
      random: this.#random,
      store: this.outboxes.tab(ALICE),
      newCommandId: () => `mine-${++this.#ids}`,
    };
    this.tabs.push(new Tab(ports, this.storage, isLobby));
  }

  async take({ kind, ms, tab: which }: Step): Promise<void> {
    const tab = this.tabs[which % this.tabs.length] as Tab;
    if (kind === "wait") await this.wait(ms);
    if (kind === "say") void tab.give({ type: "say", text: "mine" });
    if (kind === "refuse" || kind === "allow") this.network.isRefusing = kind === "refuse";
    if (kind === "cut") this.network.cut();
    if (kind === "another tab" && this.tabs.length < 3) this.open();
    if (kind === "hide") tab.hide();
    if (kind === "show") tab.show();
    if (kind === "reload" || kind === "lobby" || kind === "crash") {
      if (kind === "crash") tab.crash();
      else tab.close();
      this.gone.push(tab);
      this.tabs = this.tabs.filter((other) => other !== tab);
      if (this.tabs.length === 0 || kind !== "crash") this.open(kind === "lobby");
    }
    await this.wait(0);
  }

  /** In ticks, between which promises are settled: storage is asynchronous. */
  async wait(ms: number, tick = TICK_MS): Promise<void> {
    for (let left = ms; left >= 0; left -= tick) {
      this.clock.advance(Math.min(left, tick));
      await new Promise(setImmediate);
    }
  }

  async calm(): Promise<void> {
    this.network.meet([]);
    this.storage.length = 0;
    this.network.isRefusing = false;
    for (const tab of this.tabs) tab.show();
    for (let second = 0; second < 40; second++) {
      this.network.beacon();
      await this.wait(1_000, 200);
    }
  }
}

describe("a browser whose pages come and go", { timeout: 120_000 }, () => {
  it("CLIENT-8 each command that was kept has one effect or none, its giver is told, and nothing is left (G3, G13)", async () => {
    const seen = { adopted: 0, refused: 0, returned: 0, accepted: 0, crashes: 0 };
    await fc.assert(
      fc.asyncProperty(life(storageFate), fc.integer(), async ({ fates, storage, steps }, seed) => {
        const browser = new Browser(seed, storage);
        browser.network.meet(fates);
        for (const step of steps) {
          await browser.take(step);
          const shown = browser.tabs.filter(({ shownFor }) => shownFor > SLOWEST_MS);
          expectNothingTwice(shown.flatMap(({ pending }) => pending));
        }
        await browser.calm();
        expect(browser.outboxes.kept).toEqual([]);
        expectNothingTwice(effects(browser));
        for (const tab of browser.everyTab) expectTold(browser, tab);
        for (const tab of browser.everyTab) expectOrder(browser, tab);
        seen.crashes += steps.filter(({ kind }) => kind === "crash").length;
        seen.accepted += effects(browser).length;
        seen.returned += browser.everyTab.flatMap(({ returned }) => returned).length;
        seen.refused += browser.everyTab
          .flatMap((tab) => [...tab.outcomes.values()])
          .filter(({ ok }) => !ok).length;
        seen.adopted += browser.gone.flatMap((tab) => tab.given.filter((id) => !tab.outcomes.has(id))).length;
      }),
      { numRuns: 500, examples: [[TAKEN_OVER, 0]] },
    );
    for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(0);
  });

  it("CLIENT-11 storage that fails or hangs costs what it would have kept, and nothing else (G3)", async () => {
    await fc.assert(
      fc.asyncProperty(life(brokenStorageFate), fc.integer(), async ({ fates, storage, steps }, seed) => {
        const browser = new Browser(seed, storage);
        browser.network.meet(fates);
        for (const step of steps) await browser.take(step);
        await browser.calm();
        expectNothingTwice(effects(browser));
        for (const tab of browser.tabs) expect(tab.pending).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

/** The commands of Alice's that have an event, in the order of the log. */
function effects({ network }: Browser): string[] {
  return network.log.events.flatMap(({ commandId }) => (commandId?.startsWith("mine-") ? [commandId] : []));
}

function expectNothingTwice(ids: readonly string[]): void {
  expect(ids).toEqual([...new Set(ids)]);
}

/** Everything that a tab certainly kept has an event, or its refusal was told; never both. What it did not keep may be lost with it. */
function expectTold(browser: Browser, tab: Tab): void {
  const done = new Set(effects(browser));
  const returned = new Set(browser.everyTab.flatMap((other) => other.returned.map((held) => held.commandId)));
  for (const [commandId, outcome] of tab.outcomes) expect(outcome.ok, commandId).toBe(done.has(commandId));
  for (const commandId of tab.given) {
    if (!tab.kept.has(commandId)) continue;
    const refused = returned.has(commandId) || tab.outcomes.get(commandId)?.ok === false;
    expect(refused, `${commandId} was refused, or done`).toBe(!done.has(commandId));
  }
}

/** What one tab gave is in the log in the order in which it was given, whoever went on with it. */
function expectOrder(browser: Browser, tab: Tab): void {
  const done = effects(browser).filter((commandId) => tab.given.includes(commandId));
  expect(done).toEqual(tab.given.filter((commandId) => done.includes(commandId)));
}
