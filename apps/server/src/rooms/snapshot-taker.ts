import type { RoomId } from "@rejoin/protocol";
import { STATE_VERSION } from "@rejoin/rules";
import type { Clock } from "../clock.js";
import type { EventLog } from "../log/event-log.js";
import type { Recorded } from "../log/recorded.js";
import type { SnapshotTaken } from "../log/snapshot-store.js";
import type { Room } from "./room.js";

/** Rooms that may wait for their snapshot. The next one of a room that finds no place is due soon enough. */
const WAITING_AT_MOST = 1_000;
/**
 * The rest between two rooms, in milliseconds. Those that are equally busy are due together, and what is said meanwhile would
 * wait for all of them.
 */
const REST_MS = 20;

export interface SnapshotTakerPorts {
  log: EventLog;
  clock: Pick<Clock, "now" | "setTimer">;
  /** Events between two snapshots of a room, about. */
  every: number;
  /** How many events somebody may be behind to be given them: as far back a snapshot is kept. */
  reach: number;
  /** Of a room that lives long, so many of its newest events are kept at the least. */
  retainEvents: number;
  /** And those that are younger than this, in milliseconds. */
  retainMs: number;
  failed: (error: unknown) => void;
}

/**
 * Takes a snapshot of every room every so many events, and then trims what it need not keep any more. It does so one room
 * after the other and at leisure, when the commit is over and everybody was told; nobody waits for it, and when it fails nothing
 * is lost.
 */
export class SnapshotTaker {
  readonly #ports: SnapshotTakerPorts;
  readonly #waiting = new Map<RoomId, SnapshotTaken>();
  #isBusy = false;

  constructor(ports: SnapshotTakerPorts) {
    this.#ports = ports;
  }

  /** Hears of every commit. */
  committed(room: Room, events: readonly Recorded[], before: { head: number }): void {
    const { every } = this.#ports;
    const last = events.at(-1);
    if (last && Math.floor(before.head / every) < Math.floor(last.seq / every)) this.#take(room, last);
  }

  /** Hears of every room that was loaded, and how many events had to be read for that. */
  loaded(room: Room, read: number): void {
    const [last] = room.recentAfter(room.position.head - 1) ?? [];
    if (last && read >= this.#ports.every) this.#take(room, last);
  }

  #take({ id, epoch, position: { head, state } }: Room, { actor, commandId = "" }: Recorded): void {
    if (this.#waiting.size >= WAITING_AT_MOST) return;
    this.#waiting.set(id, {
      epoch,
      seq: head,
      version: STATE_VERSION,
      state,
      last: { actor, commandId },
    });
    if (!this.#isBusy) void this.#run();
  }

  async #run(): Promise<void> {
    const { clock, failed } = this.#ports;
    this.#isBusy = true;
    for (const [id, taken] of this.#waiting) {
      this.#waiting.delete(id);
      await this.#store(id, taken).catch(failed);
      if (this.#waiting.size > 1) await new Promise<void>((resolve) => clock.setTimer(REST_MS, resolve));
    }
    this.#isBusy = false;
  }

  async #store(id: RoomId, taken: SnapshotTaken): Promise<void> {
    const { log, clock, every, reach, retainEvents, retainMs } = this.#ports;
    // Several servers may hear of the same events: one snapshot will do.
    const spacing = { apart: Math.ceil(every / 2), reach };
    if (!(await log.storeSnapshot(id, taken, spacing))) return;
    if (taken.seq <= retainEvents) return;
    await log.trim(id, { events: retainEvents, since: clock.now() - retainMs, version: STATE_VERSION });
  }
}
