import { ChangeWatch } from "../change-watch.js";
import type { Clock } from "../clock.js";
import type { SessionPorts, Sessions } from "./sessions.js";

const EVERY_MS = 2_000;

/** Looks for sessions that were ended, and players who changed, on other servers. */
export class SessionWatch {
  readonly #sessions: Pick<Sessions, "endedWithin" | "changedWithin">;
  readonly #ports: SessionPorts;
  readonly #watch: ChangeWatch;

  /** @param ports what is told of them, each perhaps more than once */
  constructor(sessions: Pick<Sessions, "endedWithin" | "changedWithin">, ports: SessionPorts, clock: Clock) {
    this.#sessions = sessions;
    this.#ports = ports;
    this.#watch = new ChangeWatch(clock, EVERY_MS, (withinMs) => this.#look(withinMs));
  }

  start(): void {
    this.#watch.start();
  }

  stop(): void {
    this.#watch.stop();
  }

  async #look(withinMs: number): Promise<void> {
    for (const session of await this.#sessions.endedWithin(withinMs)) this.#ports.ended(session);
    for (const player of await this.#sessions.changedWithin(withinMs)) this.#ports.changed(player);
  }
}
