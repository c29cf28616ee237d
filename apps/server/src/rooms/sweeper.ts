import { due } from "@rejoin/rules";
import type { Clock } from "../clock.js";
import type { EventLog } from "../log/event-log.js";
import { Rounds } from "../rounds.js";
import type { LiveRooms } from "./live-rooms.js";
import type { Room } from "./room.js";

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
  readonly #clock: Clock;
  readonly #rounds: Rounds;

  constructor(log: EventLog, rooms: LiveRooms, clock: Clock) {
    this.#log = log;
    this.#rooms = rooms;
    this.#clock = clock;
    this.#rounds = new Rounds(clock, EVERY_MS, () => this.#sweep());
  }

  /** Wakes the open rooms, so that seats of players who never come back are freed; then goes on sweeping. */
  start(): void {
    void this.#wake(() => this.#log.openRooms(ROOMS_AT_START)).then(() => this.#rounds.start());
  }

  stop(): void {
    this.#rounds.stop();
  }

  async #sweep(): Promise<void> {
    await this.#wake(
      () => this.#log.claimDue(this.#clock.now(), CLAIM_MS, ROOMS_A_SWEEP),
      (room) => this.#wakeAgainInTime(room),
    );
  }

  async #wake(
    find: () => Promise<readonly string[]>,
    woken: (room: Room) => Promise<void> = async () => undefined,
  ): Promise<void> {
    try {
      for (const id of await find()) {
        const room = this.#rounds.stopped ? null : await this.#rooms.get(id);
        if (room) await woken(room);
      }
    } catch {
      // The log is away. Readiness says so, and the next sweep asks again.
    }
  }

  /** A time is stored only when it comes earlier, so a room may be woken long before it has anything to do. */
  async #wakeAgainInTime({ id, position: { head, state } }: Room): Promise<void> {
    const next = due(state);
    if (next && next.at > this.#clock.now() + CLAIM_MS) await this.#log.wakeLater(id, head, next.at);
  }
}
