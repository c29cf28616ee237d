import type { Recorded } from "../log/recorded.js";
import { sizeOf } from "../log/size-of.js";

/** How many events of a room stay in memory for those who come back soon, and how many bytes they may occupy, about. */
const KEPT = 512;
const KEPT_BYTES = 1_048_576;

/** The newest events of a room: one read, shared by everybody who misses the same tail. */
export class RecentEvents {
  #events: readonly Recorded[] = [];
  #sizes: readonly number[] = [];
  #bytes = 0;

  add(events: readonly Recorded[]): void {
    const sizes = events.map(sizeOf);
    const all = [...this.#sizes, ...sizes];
    let bytes = this.#bytes + sizes.reduce((sum, size) => sum + size, 0);
    let dropped = 0;
    for (; all.length - dropped > KEPT || bytes > KEPT_BYTES; dropped += 1) bytes -= all[dropped] ?? 0;
    this.#events = [...this.#events, ...events].slice(dropped);
    this.#sizes = all.slice(dropped);
    this.#bytes = bytes;
  }

  /** All events after a number, or null where some of them are no longer here. */
  after(seq: number): readonly Recorded[] | null {
    const first = this.#events[0];
    if (!first || seq + 1 < first.seq) return null;
    return this.#events.slice(seq + 1 - first.seq);
  }
}
