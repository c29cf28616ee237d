import type { EventLog } from "../log/event-log.js";
import type { LiveRooms } from "./live-rooms.js";

const EVERY_MS = 1_000;
/** How long a server has to do what is due in a room before another may try. */
const CLAIM_MS = 10_000;
const ROOMS_A_SWEEP = 100;
/** Rooms that are looked after at once when a server starts. */
const ROOMS_AT_START = 1_000;

/** Wakes the rooms that have something to do while nobody is looking: whatever was due while no server ran is done soon after one does. */
export class Sweeper {
  readonly #log: EventLog;
  readonly #rooms: LiveRooms;
  readonly #now: () => number;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(log: EventLog, rooms: LiveRooms, now: () => number) {
    this.#log = log;
    this.#rooms = rooms;
    this.#now = now;
  }

  /** Wakes the open rooms, so that seats of players who never come back are freed; then goes on sweeping. */
  start(): void {
    void this.#wake(() => this.#log.openRooms(ROOMS_AT_START)).then(() => this.#again());
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  #again(): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => void this.#sweep(), EVERY_MS);
    this.#timer.unref();
  }

  async #sweep(): Promise<void> {
    await this.#wake(() => this.#log.claimDue(this.#now(), CLAIM_MS, ROOMS_A_SWEEP));
    this.#again();
  }

  async #wake(find: () => Promise<readonly string[]>): Promise<void> {
    try {
      for (const id of await find()) if (!this.#stopped) await this.#rooms.get(id);
    } catch {
      // The log is away. Readiness says so, and the next sweep asks again.
    }
  }
}
