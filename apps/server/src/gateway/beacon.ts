import type { Clock } from "../clock.js";
import type { EventLog } from "../log/event-log.js";
import type { LiveRooms } from "../rooms/live-rooms.js";
import type { Room } from "../rooms/room.js";
import { Rounds } from "../rounds.js";
import { channels, type Hub } from "./hub.js";

const EVERY_MS = 1_000;
/** A head is told again for so long after it changed, in milliseconds: a lost packet is noticed within a beat, or two. */
const TELL_CHANGES_MS = 3_000;
/** And every head so often, but for those of rooms in which something is said all the time. */
const TELL_ALL_MS = 15_000;
/** Rooms whose heads are asked for in one question: everybody waits while an answer is taken in, and longer for a longer one. */
const ROOMS_AT_ONCE = 500;
/** Rooms that are told of at a stretch, and the pause that follows, in milliseconds: so that nobody waits for thousands of them. */
const TOLD_AT_ONCE = 20;
const PAUSE_MS = 2;

/**
 * The beacon: says how long the logs of the heard rooms are. It also asks the log itself, so that what another server
 * appended is applied and published here even if nobody told this one.
 */
export class Beacon {
  readonly #hub: Hub;
  readonly #rooms: LiveRooms;
  readonly #log: EventLog;
  readonly #hasPlayers: (room: Room) => boolean;
  readonly #told = new Map<string, Told>();
  readonly #clock: Clock;
  readonly #rounds: Rounds;
  #beats = 0;

  /** @param hasPlayers whether somebody who sits in a room is connected here, whichever page they look at */
  constructor(hub: Hub, rooms: LiveRooms, log: EventLog, hasPlayers: (room: Room) => boolean, clock: Clock) {
    this.#hub = hub;
    this.#clock = clock;
    this.#rooms = rooms;
    this.#log = log;
    this.#hasPlayers = hasPlayers;
    this.#rounds = new Rounds(clock, EVERY_MS, () => this.#beat());
  }

  start(): void {
    this.#rounds.start();
  }

  stop(): void {
    this.#rounds.stop();
  }

  async #beat(): Promise<void> {
    this.#beats += 1;
    const awake = [...this.#rooms.awake()];
    const isHeard = ({ id }: Room): boolean => this.#hub.isHeard(channels.room(id));
    await this.#readTails(awake.filter((room) => isHeard(room) || this.#hasPlayers(room)));
    const heard = awake.filter(isHeard);
    const now = this.#clock.monotonic();
    await this.#tellAll(heard.filter((room) => !room.isRetired && this.#isDue(room, now)));
    const ids = new Set(heard.map(({ id }) => id));
    for (const id of this.#told.keys()) if (!ids.has(id)) this.#told.delete(id);
  }

  async #tellAll(rooms: readonly Room[]): Promise<void> {
    for (let first = 0; first < rooms.length && !this.#rounds.stopped; first += TOLD_AT_ONCE) {
      if (first > 0) await new Promise<void>((resolve) => this.#clock.setTimer(PAUSE_MS, resolve));
      // One that was replaced meanwhile tells of a log that is gone, to those who have a snapshot of the new one.
      for (const room of rooms.slice(first, first + TOLD_AT_ONCE)) if (!room.isRetired) this.#tell(room);
    }
  }

  async #readTails(rooms: readonly Room[]): Promise<void> {
    try {
      for (let first = 0; first < rooms.length; first += ROOMS_AT_ONCE) {
        const asked = rooms.slice(first, first + ROOMS_AT_ONCE);
        const before = asked.map(({ position }) => position.head);
        const heads = await this.#log.heads(asked.map(({ id }) => id));
        const behind = asked.filter(
          (room, index) => !room.holds(heads.get(room.id) ?? 0, before[index] ?? 0),
        );
        await Promise.all(behind.map((room) => room.refresh()));
      }
    } catch {
      // The log is away. The heads that are known are still true, and the next beat asks again.
    }
  }

  #isDue({ id, position: { head } }: Room, now: number): boolean {
    const told = this.#told.get(id);
    if (told?.head !== head) {
      this.#told.set(id, { head, changedAt: now, changedInBeat: this.#beats, toldAt: now });
      // Where something is said all the time, what is said next shows as well that something got lost.
      return told?.changedInBeat !== this.#beats - 1;
    }
    if (now - told.changedAt >= TELL_CHANGES_MS && now - told.toldAt < TELL_ALL_MS) return false;
    told.toldAt = now;
    return true;
  }

  #tell({ id, position: { head } }: Room): void {
    this.#hub.say(channels.room(id), "room:heads", { heads: { [id]: head } });
  }
}

/** What was told of a room. Times are milliseconds of a monotonic clock. */
interface Told {
  head: number;
  changedAt: number;
  changedInBeat: number;
  toldAt: number;
}
