import type { Clock } from "../clock.js";
import { Rounds } from "../rounds.js";

const LOOK_EVERY_MS = 500;
/** A pause this long is none of the event loop's own, in milliseconds. */
const STILL_MS = 5_000;
/** For so long afterwards what arrives may have been waiting. */
const WAKING_MS = 1_000;

/**
 * Notices that this process stood still, as one that was suspended does. What it finds then was said some time ago, maybe on a
 * connection that its sender has given up. They may have asked another server since, and been refused: done now, a command
 * that was refused would have an event.
 */
export class Standstill {
  readonly #clock: Pick<Clock, "monotonic">;
  readonly #rounds: Rounds;
  #lookedAt: number;
  #awakeFrom = 0;

  constructor(clock: Pick<Clock, "monotonic" | "setTimer">) {
    this.#clock = clock;
    this.#lookedAt = clock.monotonic();
    this.#rounds = new Rounds(clock, LOOK_EVERY_MS, () => this.#look());
  }

  start(): void {
    this.#lookedAt = this.#clock.monotonic();
    this.#rounds.start();
  }

  stop(): void {
    this.#rounds.stop();
  }

  /** Whether what is heard now may have been said before a standstill. */
  get isWaking(): boolean {
    return this.#stoodStill || this.#clock.monotonic() < this.#awakeFrom;
  }

  // What was waiting may be heard before the next look.
  get #stoodStill(): boolean {
    return !this.#rounds.stopped && this.#clock.monotonic() - this.#lookedAt > STILL_MS;
  }

  #look(): void {
    const now = this.#clock.monotonic();
    if (this.#stoodStill) this.#awakeFrom = now + WAKING_MS;
    this.#lookedAt = now;
  }
}
