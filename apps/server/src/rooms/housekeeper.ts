import type { Clock } from "../clock.js";
import type { EventLog } from "../log/event-log.js";
import { Rounds } from "../rounds.js";

const EVERY_MS = 10_000;
/** Rooms that one statement forgets, so that none runs long. */
const ROOMS_AT_ONCE = 50;

export interface HousekeeperPorts {
  log: Pick<EventLog, "purgeClosed">;
  clock: Clock;
  /** How long a closed room can still be looked at, in milliseconds. */
  purgeClosedAfterMs: number;
  /** Hears how many rooms were forgotten. */
  purged: (rooms: number) => void;
  failed: (error: unknown) => void;
}

/** Forgets rooms that have been closed for long, a few at a time. Each server has one; they do not meet on the same room. */
export class Housekeeper {
  readonly #ports: HousekeeperPorts;
  readonly #rounds: Rounds;

  constructor(ports: HousekeeperPorts) {
    this.#ports = ports;
    this.#rounds = new Rounds(ports.clock, EVERY_MS, () => this.round());
  }

  start(): void {
    this.#rounds.start();
  }

  stop(): void {
    this.#rounds.stop();
  }

  /** Forgets what there is to forget by now. Never rejects. */
  async round(): Promise<void> {
    const { log, clock, purgeClosedAfterMs, purged, failed } = this.#ports;
    try {
      while (!this.#rounds.stopped) {
        const rooms = await log.purgeClosed(clock.now() - purgeClosedAfterMs, ROOMS_AT_ONCE);
        if (rooms === 0) return;
        purged(rooms);
      }
    } catch (error) {
      // The log is away. The next round asks again.
      failed(error);
    }
  }
}
