import type { Timeline } from "./timeline.js";

/** When the world begins, in milliseconds since 1970. */
const BEGINNING = 1_800_000_000_000;

/**
 * Where code runs: a server's process, or a page on a device. It may stand still for a while, as a suspended process or a
 * closed laptop does, and then finds everything at once that came meanwhile; and it may end, with all that it had in memory.
 */
export class Host {
  readonly name: string;
  readonly timeline: Timeline;
  /** How far its wall clock is off, in milliseconds. */
  skewMs: number;
  #state: "running" | "frozen" | "dead" = "running";
  #found: (() => void)[] = [];
  readonly #ends: (() => void)[] = [];

  constructor(timeline: Timeline, name: string, skewMs = 0) {
    this.timeline = timeline;
    this.name = name;
    this.skewMs = skewMs;
  }

  get isDead(): boolean {
    return this.#state === "dead";
  }

  get isFrozen(): boolean {
    return this.#state === "frozen";
  }

  /** Lets something happen here: now, when it runs again, or never. */
  happen(what: () => void): void {
    if (this.#state === "running") what();
    else if (this.#state === "frozen") this.#found.push(what);
  }

  later(ms: number, what: () => void): () => void {
    let called = true;
    const callOff = this.timeline.after(ms, () => this.happen(() => called && what()));
    return () => {
      called = false;
      callOff();
    };
  }

  freeze(): void {
    if (this.#state === "running") this.#state = "frozen";
  }

  thaw(): void {
    if (this.#state !== "frozen") return;
    this.#state = "running";
    for (const what of this.#found.splice(0)) this.timeline.after(0, () => this.happen(what));
  }

  die(): void {
    if (this.isDead) return;
    this.#state = "dead";
    this.#found = [];
    for (const ended of this.#ends.splice(0)) ended();
  }

  /** @param ended called once when this dies, from outside of it */
  onDeath(ended: () => void): void {
    this.#ends.push(ended);
  }

  /** Its time, as servers and clients want it. */
  readonly clock = {
    now: (): number => BEGINNING + Math.floor(this.timeline.now) + this.skewMs,
    monotonic: (): number => this.timeline.now,
    setTimer: (ms: number, fire: () => void): (() => void) => this.later(ms, fire),
    nextTurn: (fire: () => void): void => void this.later(0, fire),
  };
}
