import type { Recorded } from "../log/recorded.js";
import { sizeOf } from "../log/size-of.js";

/** How many events of a room stay in memory for those who come back soon, and how many bytes they may occupy, about. */
const KEPT = 512;
const KEPT_BYTES = 1_048_576;

/** The newest events of a room: one read, shared by everybody who misses the same tail. */
export class RecentEvents {
  readonly #events: Recorded[] = [];
  readonly #sizes: number[] = [];
  /** Where those that are kept begin: what is before is dropped, many at once. */
  #begin = 0;
  #bytes = 0;

  add(events: readonly Recorded[]): void {
    for (const event of events) {
      const size = sizeOf(event);
      this.#events.push(event);
      this.#sizes.push(size);
      this.#bytes += size;
    }
    while (this.#events.length - this.#begin > KEPT || this.#bytes > KEPT_BYTES) this.#dropOldest();
    if (this.#begin < this.#events.length / 4) return;
    this.#events.splice(0, this.#begin);
    this.#sizes.splice(0, this.#begin);
    this.#begin = 0;
  }

  /** All events after a number, or null where some of them are no longer here. */
  after(seq: number): readonly Recorded[] | null {
    const first = this.#events[this.#begin];
    if (!first || seq + 1 < first.seq) return null;
    return this.#events.slice(this.#begin + seq + 1 - first.seq);
  }

  #dropOldest(): void {
    this.#bytes -= this.#sizes[this.#begin] ?? 0;
    this.#begin += 1;
  }
}
