import type { Clock } from "../clock.js";
import type { SessionPorts, Sessions } from "./sessions.js";

const EVERY_MS = 2_000;
/** How far back each look goes beyond the last one: a statement may commit up to so long after its own time. */
const OVERLAP_MS = 15_000;

/** Looks for sessions that were ended, and players who changed, on other servers. */
export class SessionWatch {
  readonly #sessions: Pick<Sessions, "endedWithin" | "changedWithin">;
  readonly #ports: SessionPorts;
  readonly #clock: Clock;
  #lookedAt: number;
  #callOff = (): void => {};
  #stopped = false;

  /** @param ports what is told of them, each perhaps more than once */
  constructor(sessions: Pick<Sessions, "endedWithin" | "changedWithin">, ports: SessionPorts, clock: Clock) {
    this.#sessions = sessions;
    this.#ports = ports;
    this.#clock = clock;
    this.#lookedAt = clock.monotonic();
  }

  start(): void {
    if (this.#stopped) return;
    this.#callOff = this.#clock.setTimer(EVERY_MS, () => void this.#look().finally(() => this.start()));
  }

  stop(): void {
    this.#stopped = true;
    this.#callOff();
  }

  async #look(): Promise<void> {
    const now = this.#clock.monotonic();
    const withinMs = OVERLAP_MS + now - this.#lookedAt;
    try {
      for (const session of await this.#sessions.endedWithin(withinMs)) this.#ports.ended(session);
      for (const player of await this.#sessions.changedWithin(withinMs)) this.#ports.changed(player);
      this.#lookedAt = now;
    } catch {
      // The database is away. The next look reaches as far back as this one would have.
    }
  }
}
