import type { RoomId } from "@rejoin/protocol";
import { evolve, type RoomState } from "@rejoin/rules";
import type { EventLog } from "../log/event-log.js";
import type { Recorded } from "../log/recorded.js";
import type { SharedReads } from "../log/shared-reads.js";
import type { LoadedLog } from "./load-log.js";
import type { Position } from "./position.js";
import { RecentEvents } from "./recent-events.js";

const PAGE = 500;

export interface HeldLogPorts {
  log: EventLog;
  reads: SharedReads;
  /** Called with each run of events that it went on by, once; the position is after them already. */
  advanced: (events: readonly Recorded[], before: Position) => void;
}

/** What a room holds of its log: the last committed number that it knows of, the state there, and the newest events. */
export class HeldLog {
  readonly epoch: string;
  readonly #id: RoomId;
  readonly #ports: HeldLogPorts;
  readonly #recent = new RecentEvents();
  #position: Position;
  #first: number;
  #surprises = 0;

  constructor(id: RoomId, { epoch, first, position, recent }: LoadedLog, ports: HeldLogPorts) {
    this.epoch = epoch;
    this.#id = id;
    this.#position = position;
    this.#first = first;
    this.#recent.add(recent);
    this.#ports = ports;
  }

  get position(): Position {
    return this.#position;
  }

  /** The oldest number that is kept, as far as this server has read. */
  get first(): number {
    return this.#first;
  }

  /** Hears of the oldest number that is kept. */
  keptFrom(first: number): void {
    this.#first = Math.max(this.#first, first);
  }

  /** How many times it turned out that others had appended something. */
  get surprises(): number {
    return this.#surprises;
  }

  /** All events after a number, or null where some of them are no longer in memory. */
  recentAfter(seq: number): readonly Recorded[] | null {
    return seq >= this.#position.head ? [] : this.#recent.after(seq);
  }

  /** At most `limit` of the events after a number up to what is held, or null where they are not in the log of this epoch. Rejects with `LogUnavailable`. */
  async readAfter(seq: number, limit: number): Promise<readonly Recorded[] | null> {
    const recent = this.recentAfter(seq);
    if (recent) return recent.slice(0, limit);
    const page = await this.#ports.reads.after(this.#id, this.epoch, seq);
    if (page?.epoch !== this.epoch || page.events.length === 0) return null;
    // What the log has beyond what is held will be told when it is held: told from here as well it would come twice.
    return page.events.slice(0, Math.min(limit, this.#position.head - seq));
  }

  /** Goes on by events that were just committed. */
  advance(events: readonly Recorded[], position: Position): void {
    const before = this.#position;
    this.#position = position;
    this.#recent.add(events);
    this.#ports.advanced(events, before);
  }

  /**
   * Reads on to the end. Rejects with `LogUnavailable`.
   *
   * @returns whether the log is still the one that is held; it is not where it has another epoch, ends earlier, or is gone
   */
  async readOn(): Promise<boolean> {
    for (;;) {
      const { head, state } = this.#position;
      const page = await this.#ports.log.read(this.#id, head, PAGE);
      if (page?.epoch !== this.epoch || page.head < head || page.first > head + 1) return false;
      this.#first = page.first;
      const last = page.events.at(-1);
      if (!last) return true;
      this.#surprises += 1;
      this.advance(page.events, { head: last.seq, state: page.events.reduce<RoomState>(evolve, state) });
      if (last.seq === page.head) return true;
    }
  }
}
