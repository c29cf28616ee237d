import type { ServerPayload } from "@rejoin/protocol";
import { BoundedMap } from "../bounded-map.js";
import type { Recorded } from "../log/recorded.js";
import type { Room } from "../rooms/room.js";
import { writtenOnce } from "./json-encoder.js";

type EventPage = ServerPayload<"room:events">;

/** How many pages stay in memory: those that a few rooms full of people ask for who all come back at once. */
const KEPT = 128;

/**
 * Pages of events that look the same to everybody. Those who come back to a room together mostly miss the same, so each page is
 * made, and written as JSON, once for all of them. What is in a log never changes within an epoch.
 */
export class SharedPages {
  /** The last used at the end. */
  readonly #pages = new BoundedMap<string, EventPage>(KEPT);

  /** @param events of the room's log, one after the other, without a hole */
  of({ id: room, epoch }: Pick<Room, "id" | "epoch">, events: readonly Recorded[]): EventPage {
    const key = `${room} ${epoch} ${events[0]?.seq} ${events.length}`;
    const page = this.#pages.get(key) ?? writtenOnce({ room, epoch, events: [...events] });
    this.#pages.delete(key);
    this.#pages.set(key, page);
    return page;
  }
}
