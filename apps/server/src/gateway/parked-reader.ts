import { LIMITS, type RoomId, type ServerMessageName, type ServerPayload } from "@rejoin/protocol";
import type { Line } from "./hub.js";

/** A list of rooms that is told by its changes. */
const LISTS = ["lobby:rooms", "me:rooms"] as const;
type ListName = (typeof LISTS)[number];
type Listed = ServerPayload<ListName>["changed"][number];

/** Somebody who does not read for the time being, and what they were not told because of it. */
export class ParkedReader {
  readonly #line: Line;
  /** The last event that they were handed of each room in which something happened since. */
  readonly #rooms = new Map<RoomId, number>();
  /** The newest of every room whose entry in a list changed since; null where it was removed. */
  readonly #lists: Record<ListName, Map<RoomId, Listed | null>> = {
    "lobby:rooms": new Map(),
    "me:rooms": new Map(),
  };
  /** The newest of their invitations, which are told as a whole. */
  #invitations: ServerPayload<"me:invitations"> | null = null;
  readonly #waiting: (() => void)[] = [];

  constructor(line: Line) {
    this.#line = line;
  }

  /**
   * Notes what they are not told. Events of rooms are in the log, and what changed in lists is kept as the newest of each
   * room. Of a beacon there is nothing to note.
   *
   * @returns whether that can be made up for; it cannot where more changed than a list has at all
   */
  note<Name extends ServerMessageName>(name: Name, payload: ServerPayload<Name>): boolean {
    if (name === "room:events") this.#noteEvents(payload as ServerPayload<"room:events">);
    if (name === "me:invitations") this.#invitations = payload as ServerPayload<"me:invitations">;
    const list = LISTS.find((one) => one === name);
    return list === undefined || this.#noteList(this.#lists[list], payload as ServerPayload<ListName>);
  }

  /** Waits until they read again, or are gone. */
  wait(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** They read again: tells them what changed in lists. @returns the rooms in which they are behind, and after which event */
  goOn(): ReadonlyMap<RoomId, number> {
    for (const name of LISTS) this.#tellList(name);
    if (this.#invitations) this.#line.say("me:invitations", this.#invitations);
    return this.#rooms;
  }

  /** Lets those who wait for them go on. */
  release(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  #noteEvents({ room, events }: ServerPayload<"room:events">): void {
    const first = events[0];
    if (first && !this.#rooms.has(room)) this.#rooms.set(room, first.seq - 1);
  }

  #noteList(list: Map<RoomId, Listed | null>, { changed, removed }: ServerPayload<ListName>): boolean {
    for (const entry of changed) list.set(entry.room, entry);
    for (const room of removed) list.set(room, null);
    return list.size <= LIMITS.directoryRooms;
  }

  #tellList(name: ListName): void {
    const entries = [...this.#lists[name]];
    if (entries.length === 0) return;
    const changed = entries.flatMap(([, entry]) => entry ?? []);
    const removed = entries.flatMap(([room, entry]) => (entry ? [] : room));
    this.#line.say(name, { changed, removed } as ServerPayload<ListName>);
  }
}
