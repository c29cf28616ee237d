import {
  type CatchUp,
  type Cursor,
  LIMITS,
  type Refusal,
  refuse,
  type SnapshotReason,
} from "@rejoin/protocol";
import type { EventLog } from "../log/event-log.js";
import type { Recorded } from "../log/recorded.js";
import { stateAt } from "../rooms/load-room.js";
import type { Room } from "../rooms/room.js";
import { channels, type Line } from "./hub.js";
import { eventsFor, snapshotFor } from "./publish.js";

/** How long a page of catch-up waits to be acknowledged, in milliseconds. After that no further page is sent. */
const PAGE_PATIENCE_MS = 15_000;

/** From where a client goes on, and what it must be given first. */
export type Start =
  | { kind: "events"; after: number }
  | { kind: "snapshot"; seq: number; reason: SnapshotReason };

/**
 * One connection's hearing of one room: first what it missed, page by page, each after the last was acknowledged; then
 * live events, without a seam.
 *
 * When a page is not acknowledged in time, the rest is not sent and live events follow at once. The client notices the
 * hole, by the next event or by the beacon, and asks for what it lacks when it can.
 *
 * The seam: when the rest fits in one page and is in memory, it is sent and the live channel joined in the same turn of
 * the event loop, in which nothing can be committed. So nothing falls between the two, and nothing comes twice.
 */
export class Subscription {
  readonly room: Room;
  readonly #line: Line;
  readonly #log: EventLog;
  readonly #patienceMs: number;
  #stopped = false;

  /** @param patienceMs how long a page waits to be acknowledged */
  constructor(line: Line, room: Room, log: EventLog, patienceMs = PAGE_PATIENCE_MS) {
    this.room = room;
    this.#line = line;
    this.#log = log;
    this.#patienceMs = patienceMs;
  }

  /** Starts to hear. Ends when the client hears what happens, or is gone. */
  async run(start: Start): Promise<void> {
    const after = start.kind === "events" ? start.after : await this.#sendSnapshot(start);
    if (after !== null) await this.#catchUp(after);
  }

  /** Stops hearing. */
  stop(): void {
    this.#stopped = true;
    this.#line.stopHearing(channels.room(this.room.id));
  }

  async #sendSnapshot({ seq, reason }: Extract<Start, { kind: "snapshot" }>): Promise<number | null> {
    const { head, state } = this.room.position;
    const past = seq === head ? state : await stateAt(this.#log, this.room.id, seq);
    if (this.#stopped || !past) return null;
    this.#line.say("room:snapshot", { ...snapshotFor(this.room, seq, past, this.#line.player.id), reason });
    return seq;
  }

  async #catchUp(from: number): Promise<void> {
    let after = from;
    while (!this.#stopped) {
      const rest = this.room.recentAfter(after);
      if (rest && rest.length <= LIMITS.catchUpPage) return this.#goLive(rest);
      const page =
        rest?.slice(0, LIMITS.catchUpPage) ??
        (await this.#log.read(this.room.id, after, LIMITS.catchUpPage))?.events ??
        [];
      const last = page.at(-1);
      if (!last || this.#stopped) return;
      if (!(await this.#sendPage(page))) return this.#listen();
      after = last.seq;
    }
  }

  #goLive(rest: readonly Recorded[]): void {
    if (rest.length > 0) void this.#sendPage(rest);
    this.#listen();
  }

  #listen(): void {
    if (!this.#stopped) this.#line.hear(channels.room(this.room.id));
  }

  /** @returns whether the page was acknowledged in time */
  #sendPage(page: readonly Recorded[]): Promise<boolean> {
    const packet = eventsFor(this.room, page, this.#line.player.id);
    return this.#line.sayEvents(packet, this.#patienceMs);
  }
}

/**
 * Where a client that holds `after` goes on.
 *
 * @param after what it says that it holds, or undefined
 * @param cursor what the server holds for this person; null or 0 where there is nothing
 */
export function startFor(room: Room, after: Cursor | undefined, cursor: number | null): Start | Refusal {
  const { head } = room.position;
  if (after) {
    if (after.epoch !== room.epoch) return { kind: "snapshot", seq: head, reason: "epoch-changed" };
    if (after.seq > head)
      return refuse("ahead-of-log", `The room's log ends at ${head}; you say that you hold ${after.seq}.`);
    if (head - after.seq > LIMITS.catchUpEvents) return { kind: "snapshot", seq: head, reason: "too-far" };
    return { kind: "events", after: after.seq };
  }
  if (!cursor) return { kind: "snapshot", seq: head, reason: "joined" };
  if (head - cursor > LIMITS.catchUpEvents) return { kind: "snapshot", seq: head, reason: "too-far" };
  return { kind: "snapshot", seq: Math.min(cursor, head), reason: "joined" };
}

/** What the answer to a join says of how the missed part will come. */
export function catchUpOf(start: Start, head: number): CatchUp {
  if (start.kind === "snapshot") return "snapshot";
  return start.after === head ? "none" : "events";
}
