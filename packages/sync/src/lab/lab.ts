import { type Clock, systemClock } from "../clock.js";
import { type Observable, Variable } from "../observable.js";
import type { Asking, Passing, Tap, TappedWire } from "../tapped-wire.js";
import { bytesOf, numbersOf, payloadOf } from "./describe-passing.js";
import { GapWatch } from "./gap-watch.js";
import type { Fate, LabEntry, LabView, Slowness } from "./lab-view.js";

export interface LabOptions {
  clock?: Clock;
  /** From 0 up to, not including, 1. */
  random?: () => number;
}

const MOST_ENTRIES = 200;

const QUIET: LabView = {
  entries: [],
  roundTripMs: null,
  cutUntil: null,
  darkUntil: null,
  toLose: 0,
  repeats: false,
  slowness: null,
  forgets: false,
};

/**
 * A laboratory on one's own connection: it shows everything that passes, and makes it fail on request. It sits below the
 * client, which has to cope as with any bad network, and above the real connection, of which the server notices no more
 * than of a bad network either. At most one at a time on a wire.
 */
export class Lab implements Tap {
  readonly #wire: TappedWire;
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #view = new Variable<LabView>(QUIET);
  readonly #gaps = new GapWatch();
  readonly #stops = new Map<"cutUntil" | "darkUntil", () => void>();
  /** When what was sent last arrives, each way: a slow link is slow, and keeps the order. */
  readonly #busyUntil = { in: 0, out: 0 };
  readonly #askedAt = new WeakMap<Asking, number>();
  #ids = 0;

  constructor(wire: TappedWire, { clock = systemClock, random = Math.random }: LabOptions = {}) {
    this.#wire = wire;
    this.#clock = clock;
    this.#random = random;
    wire.tap(this);
  }

  get view(): Observable<LabView> {
    return this.#view;
  }

  /** Cuts the connection, and lets no other one come up for so long. */
  cut(ms: number): void {
    this.#forSomeTime("cutUntil", ms);
    this.#wire.cut();
  }

  /** Swallows everything, both ways, for so long, while the connection seems to stand. */
  goDark(ms: number): void {
    this.#forSomeTime("darkUntil", ms);
  }

  /** Loses so many deliveries of rooms' logs, those that come next. */
  loseDeliveries(count: number): void {
    this.#change({ toLose: count });
  }

  /** Delivers everything of rooms' logs twice. */
  repeat(repeats: boolean): void {
    this.#change({ repeats });
  }

  /** @param slowness null for as fast as it is */
  slow(slowness: Slowness | null): void {
    this.#change({ slowness });
  }

  /** Loses the next answer to a command. */
  forgetAnswer(): void {
    this.#change({ forgets: true });
  }

  /** Ends everything that it does to the connection. */
  calm(): void {
    for (const stop of this.#stops.values()) stop();
    this.#stops.clear();
    const { entries, roundTripMs } = this.#view.get();
    this.#view.set({ ...QUIET, entries, roundTripMs });
  }

  /** Takes it off the wire. */
  close(): void {
    this.calm();
    this.#wire.tap(null);
  }

  admits(): boolean {
    return this.#view.get().cutUntil === null;
  }

  passes(passing: Passing, carry: () => void): void {
    const tookMs = this.#timed(passing);
    const fate = this.#fateOf(passing);
    this.#note(passing, fate, tookMs);
    if (fate === "lost") return;
    const gap = this.#gaps.passed(passing);
    if (gap) this.#add({ ...gap, id: ++this.#ids, at: this.#clock.now() });
    this.#carry(passing.way, carry);
    if (fate === "repeated") this.#carry(passing.way, carry);
  }

  #fateOf(passing: Passing): Fate {
    const { darkUntil, repeats, slowness } = this.#view.get();
    const isDelivery = carriesLog(passing);
    if (darkUntil !== null || this.#forgetsNow(passing) || (isDelivery && this.#losesNow())) return "lost";
    if (isDelivery && repeats) return "repeated";
    return slowness ? "late" : "passed";
  }

  #forgetsNow(passing: Passing): boolean {
    const isAnswer = passing.kind === "answer" && passing.name === "room:command";
    if (!isAnswer || !this.#view.get().forgets) return false;
    this.#change({ forgets: false });
    return true;
  }

  #losesNow(): boolean {
    const { toLose } = this.#view.get();
    if (toLose === 0) return false;
    this.#change({ toLose: toLose - 1 });
    return true;
  }

  #carry(way: "in" | "out", carry: () => void): void {
    const { slowness } = this.#view.get();
    const now = this.#clock.now();
    const travelMs = slowness ? slowness.latencyMs + this.#random() * slowness.jitterMs : 0;
    const arrivesAt = Math.max(now + travelMs, this.#busyUntil[way]);
    this.#busyUntil[way] = arrivesAt;
    if (arrivesAt > now) this.#clock.setTimer(arrivesAt - now, carry);
    else carry();
  }

  #timed(passing: Passing): number | null {
    if (passing.kind === "request") this.#askedAt.set(passing, this.#clock.now());
    const askedAt = passing.kind === "answer" ? this.#askedAt.get(passing.to) : undefined;
    if (passing.kind !== "answer" || askedAt === undefined) return null;
    const tookMs = this.#clock.now() - askedAt;
    // What is written waits for a disk, too: that is not the network's time.
    const isPlain = passing.name !== "room:command" && passing.name !== "room:create";
    if (isPlain) this.#change({ roundTripMs: tookMs });
    return tookMs;
  }

  #note(passing: Passing, fate: Fate, tookMs: number | null): void {
    this.#add({
      kind: "passage",
      id: ++this.#ids,
      at: this.#clock.now(),
      way: passing.way,
      name: passing.kind === "opened" ? "opened" : passing.name,
      what: passing.kind,
      room: payloadOf(passing).room ?? null,
      numbers: numbersOf(passing),
      bytes: bytesOf(passing),
      fate,
      tookMs,
    });
  }

  #add(entry: LabEntry): void {
    const entries: LabEntry[] = [...this.#view.get().entries, entry];
    this.#change({ entries: entries.slice(-MOST_ENTRIES) });
  }

  #forSomeTime(what: "cutUntil" | "darkUntil", ms: number): void {
    this.#stops.get(what)?.();
    this.#change({ [what]: this.#clock.now() + ms });
    this.#stops.set(
      what,
      this.#clock.setTimer(ms, () => this.#change({ [what]: null })),
    );
  }

  #change(change: Partial<LabView>): void {
    this.#view.update((view) => ({ ...view, ...change }));
  }
}

/** Whether it carries a room's log: what is lost and repeated on request. */
function carriesLog(passing: Passing): boolean {
  return passing.kind === "packet" && (passing.name === "room:events" || passing.name === "room:snapshot");
}
