import type { Clock } from "./clock.js";

/**
 * Does something again and again, until it is stopped. Each pause begins when a round has ended, so two never run at once,
 * and a round that takes long makes the next one late.
 */
export class Rounds {
  readonly #clock: Pick<Clock, "setTimer">;
  readonly #everyMs: number;
  readonly #round: () => Promise<void> | void;
  #callOff = (): void => {};
  #stopped = false;

  /**
   * @param everyMs the pause before each round, the first one too, in milliseconds
   * @param round handles its own failures
   */
  constructor(clock: Pick<Clock, "setTimer">, everyMs: number, round: () => Promise<void> | void) {
    this.#clock = clock;
    this.#everyMs = everyMs;
    this.#round = round;
  }

  /** Whether it was stopped: a round that is under way then should end soon. */
  get stopped(): boolean {
    return this.#stopped;
  }

  start(): void {
    if (this.#stopped) return;
    this.#callOff = this.#clock.setTimer(this.#everyMs, () => this.#run());
  }

  /** Begins no other round, for good. */
  stop(): void {
    this.#stopped = true;
    this.#callOff();
  }

  #run(): void {
    const underWay = this.#round();
    if (underWay instanceof Promise) void underWay.finally(() => this.start());
    else this.start();
  }
}
