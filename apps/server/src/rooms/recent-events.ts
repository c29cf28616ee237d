import type { Recorded } from "../log/recorded.js";

/** How many events of a room stay in memory for those who come back soon. */
const KEPT = 512;

/** The newest events of a room: one read, shared by everybody who misses the same tail. */
export class RecentEvents {
  #events: readonly Recorded[] = [];

  add(events: readonly Recorded[]): void {
    this.#events = [...this.#events, ...events].slice(-KEPT);
  }

  /** All events after a number, or null where some of them are no longer here. */
  after(seq: number): readonly Recorded[] | null {
    const first = this.#events[0];
    if (!first || seq + 1 < first.seq) return null;
    return this.#events.slice(seq + 1 - first.seq);
  }
}
