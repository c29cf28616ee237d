import {
  type CatchUp,
  type Cursor,
  LIMITS,
  type Refusal,
  refuse,
  type SnapshotReason,
} from "@rejoin/protocol";
import type { Clock } from "../clock.js";
import type { EventLog } from "../log/event-log.js";
import type { Recorded } from "../log/recorded.js";
import { stateAt } from "../rooms/load-log.js";
import type { Room } from "../rooms/room.js";
import { channels, type Line } from "./hub.js";
import type { Places } from "./places.js";
import { snapshotFor } from "./publish.js";
import type { SharedPages } from "./shared-pages.js";
import type { SparingHub } from "./sparing-hub.js";

/** How long a page of catch-up waits to be acknowledged, in milliseconds. After that no further page is sent. */
const PAGE_PATIENCE_MS = 15_000;

/** What every subscription of a server shares. */
export interface SubscriptionPorts {
  log: EventLog;
  clock: Pick<Clock, "nextTurn">;
  hub: Pick<SparingHub, "drained">;
  /** What those who miss the same are sent. */
  pages: SharedPages;
  /** Where pages wait for their turn. */
  catchUps: Places;
  /** Who is further behind than so many events gets a snapshot instead. */
  catchUpEvents: number;
  /** How long a page waits to be acknowledged, in milliseconds. */
  patienceMs?: number;
}

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
 *
 * A crowd: each page waits for a place among the catch-ups of this server, and gives it back before it waits for its
 * acknowledgement. So all who catch up take turns, and nobody who is slow holds up another.
 */
export class Subscription {
  readonly room: Room;
  readonly #line: Line;
  readonly #ports: SubscriptionPorts;
  #stage: "catching-up" | "live" | "stopped" = "catching-up";

  constructor(line: Line, room: Room, ports: SubscriptionPorts) {
    this.room = room;
    this.#line = line;
    this.#ports = ports;
  }

  /** Starts to hear. Ends when the client hears what happens, or is gone. Rejects with `LogUnavailable`, hearing all the same. */
  async run(start: Start): Promise<void> {
    try {
      await this.#hearFrom(start);
    } catch (error) {
      // The next event or the beacon tells it that it is behind, and it asks again.
      this.#listen();
      throw error;
    }
  }

  /** Catches up again, where it was live and its line was spared everything after a number. Rejects as `run`. */
  async goOnAfter(seq: number): Promise<void> {
    if (this.#stage !== "live") return;
    this.#stage = "catching-up";
    this.#line.stopHearing(channels.room(this.room.id));
    const reason = unreachable(this.room, seq, this.#ports);
    const { head } = this.room.position;
    await this.run(reason ? { kind: "snapshot", seq: head, reason } : { kind: "events", after: seq });
  }

  /** Stops hearing. */
  stop(): void {
    this.#stage = "stopped";
    this.#line.stopHearing(channels.room(this.room.id));
  }

  async #hearFrom(start: Start): Promise<void> {
    if (start.kind === "events") return this.#catchUp(start.after);
    await this.#ports.hub.drained(this.#line);
    const seq = await this.#ports.catchUps.during(() => this.#sendSnapshot(start));
    if (seq !== null) await this.#catchUp(seq);
  }

  async #catchUp(from: number): Promise<void> {
    for (let after = from; ; ) {
      await this.#ports.hub.drained(this.#line);
      const sent = await this.#ports.catchUps.during(() => this.#sendNext(after));
      if (!sent) return;
      if (!(await sent.acknowledged)) return this.#listen();
      after = sent.seq;
    }
  }

  /** @returns what was sent, where there is more to come */
  async #sendNext(after: number): Promise<Sent | null> {
    // Only so many pages are made in a turn of the event loop, so that a crowd does not hold up those who play.
    await new Promise<void>((resolve) => this.#ports.clock.nextTurn(resolve));
    if (this.#isStopped) return null;
    const rest = this.room.recentAfter(after);
    if (rest) return this.#sendRest(rest);
    const read = await this.room.readAfter(after, LIMITS.catchUpPage);
    if (this.#isStopped) return null;
    return read && read.length > 0 ? this.#sendPage(read) : this.#startOver();
  }

  /** Sends of the newest events what goes into one page, and listens where that was all. */
  #sendRest(rest: readonly Recorded[]): Sent | null {
    const sent = rest.length > 0 ? this.#sendPage(rest) : null;
    if (sent && sent.seq !== rest.at(-1)?.seq) return sent;
    this.#listen();
    return null;
  }

  #listen(): void {
    if (this.#isStopped) return;
    this.#stage = "live";
    this.#line.hear(channels.room(this.room.id));
  }

  get #isStopped(): boolean {
    return this.#stage === "stopped";
  }

  /** What comes next is not kept any more. */
  async #startOver(): Promise<Sent | null> {
    const start = { seq: this.room.position.head, reason: "behind-retention" } as const;
    const seq = await this.#sendSnapshot(start);
    return seq === null ? null : { seq, acknowledged: Promise.resolve(true) };
  }

  /** @returns the number of the snapshot that was sent */
  async #sendSnapshot({ seq, reason }: { seq: number; reason: SnapshotReason }): Promise<number | null> {
    const past = seq === this.room.position.head ? null : await stateAt(this.#ports.log, this.room.id, seq);
    if (this.#isStopped) return null;
    const { head, state } = this.room.position;
    const shown = past ? { seq, state: past } : { seq: head, state };
    const packet = snapshotFor(this.room, shown.seq, shown.state, this.#line.player.id);
    this.#line.say("room:snapshot", { ...packet, reason: shown.seq === seq ? reason : "behind-retention" });
    return shown.seq;
  }

  /** @param events at least one; the page that they begin with is sent */
  #sendPage(events: readonly Recorded[]): Sent {
    const page = this.#ports.pages.of(this.room, events);
    const packet = page.packetFor(this.#line.player.id);
    const patienceMs = this.#ports.patienceMs ?? PAGE_PATIENCE_MS;
    return { seq: page.last, acknowledged: this.#line.sayEvents(packet, patienceMs) };
  }
}

/** A page, or what stands for it. */
interface Sent {
  /** The last number of it. */
  seq: number;
  /** Whether that came in time. */
  acknowledged: Promise<boolean>;
}

/**
 * Where a client that holds `after` goes on.
 *
 * @param after what it says that it holds, or undefined
 * @param cursor what the server holds for this person; null or 0 where there is nothing
 */
export function startFor(
  room: Room,
  after: Cursor | undefined,
  cursor: number | null,
  limit: Pick<SubscriptionPorts, "catchUpEvents">,
): Start | Refusal {
  const { head } = room.position;
  if (after) {
    if (after.epoch !== room.epoch) return { kind: "snapshot", seq: head, reason: "epoch-changed" };
    if (after.seq > head)
      return refuse("ahead-of-log", `The room's log ends at ${head}; you say that you hold ${after.seq}.`);
    const reason = unreachable(room, after.seq, limit);
    return reason ? { kind: "snapshot", seq: head, reason } : { kind: "events", after: after.seq };
  }
  if (!cursor) return { kind: "snapshot", seq: head, reason: "joined" };
  const reason = unreachable(room, cursor, limit);
  return reason
    ? { kind: "snapshot", seq: head, reason }
    : { kind: "snapshot", seq: Math.min(cursor, head), reason: "joined" };
}

/** Why what follows a number is not given event by event; null where it is. */
function unreachable(
  { first, position: { head } }: Room,
  seq: number,
  { catchUpEvents }: Pick<SubscriptionPorts, "catchUpEvents">,
): SnapshotReason | null {
  if (seq + 1 < first) return "behind-retention";
  return head - seq > catchUpEvents ? "too-far" : null;
}

/** What the answer to a join says of how the missed part will come. */
export function catchUpOf(start: Start, head: number): CatchUp {
  if (start.kind === "snapshot") return "snapshot";
  return start.after === head ? "none" : "events";
}
