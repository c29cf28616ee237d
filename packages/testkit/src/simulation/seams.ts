import type { HistoryRecord } from "../history/record.js";

/**
 * What one connection says of a room from the answer to a join on is one piece: a snapshot or the cursor, then event after
 * event, from catching up into what happens, nothing missing and nothing twice (SYNC-7). So it is where the wire itself loses
 * and repeats nothing.
 */
export class Seams {
  readonly #wrong: (what: string) => void;
  readonly #isComplete: () => boolean;
  /** The last number that was heard since the last join, by client and room; null where none was yet. */
  readonly #last = new Map<string, Map<string, number | null>>();

  /** @param isComplete whether nothing can be missing: a server that could not read the log goes live with a hole */
  constructor(wrong: (what: string) => void, isComplete: () => boolean) {
    this.#wrong = wrong;
    this.#isComplete = isComplete;
  }

  take(record: HistoryRecord): void {
    switch (record.kind) {
      case "connected":
        this.#last.set(record.client, new Map());
        break;
      case "joined":
        this.#roomsOf(record.client).set(record.room, null);
        break;
      case "snapshot":
        this.#roomsOf(record.client).set(record.room, record.seq);
        break;
      case "heard":
        this.#heard(record.client, record.room, record.events);
    }
  }

  #heard(client: string, room: string, events: readonly (readonly [seq: number, digest: number])[]): void {
    const rooms = this.#roomsOf(client);
    const last = rooms.get(room);
    const [first] = events[0] ?? [];
    const [newest] = events.at(-1) ?? [];
    if (first === undefined || newest === undefined || last === undefined) return;
    if (last !== null && first <= last)
      this.#wrong(`SYNC-7: ${client} heard ${first} of ${room} again after ${last}, on one connection`);
    if (last !== null && first > last + 1 && this.#isComplete())
      this.#wrong(
        `SYNC-7: ${client} was told ${first} of ${room} after ${last} was the last, on one connection`,
      );
    rooms.set(room, newest);
  }

  #roomsOf(client: string): Map<string, number | null> {
    const known = this.#last.get(client) ?? new Map();
    this.#last.set(client, known);
    return known;
  }
}
