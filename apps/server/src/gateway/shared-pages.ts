import { LIMITS, type ServerPayload } from "@rejoin/protocol";
import { hasSecret, type Viewer } from "@rejoin/rules";
import { BoundedMap } from "../bounded-map.js";
import type { Recorded } from "../log/recorded.js";
import { sizeOf } from "../log/size-of.js";
import type { Room } from "../rooms/room.js";
import { writtenOnce } from "./json-encoder.js";
import { eventsFor } from "./publish.js";

type EventPage = ServerPayload<"room:events">;

/** How many pages stay in memory: those that a few rooms full of people ask for who all come back at once. */
const KEPT = 128;

/** What a page of catch-up may occupy, about, in bytes: somebody who stops reading costs one page more than usual. */
const PAGE_BYTES = 262_144;

/**
 * Pages of events for those who catch up. Those who come back to a room together mostly miss the same, so each page is cut,
 * and written as JSON, once for all of them. What is in a log never changes within an epoch.
 */
export class SharedPages {
  /** The last used at the end. */
  readonly #pages = new BoundedMap<string, Page>(KEPT);

  /**
   * The page that these events begin with: as many of them as go into one, at least one.
   *
   * @param events of the room's log, one after the other, without a hole; not empty
   */
  of(room: Pick<Room, "id" | "epoch">, events: readonly Recorded[]): Page {
    const most = Math.min(events.length, LIMITS.catchUpPage);
    const key = `${room.id} ${room.epoch} ${events[0]?.seq} ${most}`;
    const page = this.#pages.get(key) ?? new Page(room, events.slice(0, most));
    this.#pages.delete(key);
    this.#pages.set(key, page);
    return page;
  }
}

/** Some events of a room that are sent at once. */
export class Page {
  readonly events: readonly Recorded[];
  readonly #room: Pick<Room, "id" | "epoch">;
  /** What everybody is sent; null where something in it is not for all to see. */
  readonly #same: EventPage | null;

  /** @param events those that it begins with; of too many bytes, the last ones are left out */
  constructor({ id, epoch }: Pick<Room, "id" | "epoch">, events: readonly Recorded[]) {
    this.events = events.slice(0, fitting(events));
    this.#room = { id, epoch };
    const isForEach = this.events.some(hasSecret);
    this.#same = isForEach ? null : writtenOnce({ room: id, epoch, events: [...this.events] });
  }

  /** The number of its last event. */
  get last(): number {
    return this.events.at(-1)?.seq ?? 0;
  }

  /** The page as one person may see it. */
  packetFor(viewer: Viewer): EventPage {
    return this.#same ?? eventsFor(this.#room, this.events, viewer);
  }
}

/** How many of these events go into one page: at least one. */
function fitting(events: readonly Recorded[]): number {
  let bytes = 0;
  const end = events.findIndex((event) => {
    bytes += sizeOf(event);
    return bytes > PAGE_BYTES;
  });
  return end === -1 ? events.length : Math.max(1, end);
}
