import type { RoomId } from "@rejoin/protocol";
import { isFor } from "@rejoin/rules";
import type { Room } from "../rooms/room.js";
import { playerOf, type Visitor } from "./visitor.js";

/** Who hears each room on this server, so that no table is watched by more than it can bear. */
export class Watchers {
  readonly #most: number;
  readonly #rooms = new Map<RoomId, Set<Visitor>>();

  /** @param most connections that may hear one room */
  constructor(most: number) {
    this.#most = most;
  }

  /** Whether a connection may begin to hear a room: there is a place, or it is their table. */
  admits(visitor: Visitor, { id, position }: Room): boolean {
    const there = this.#rooms.get(id)?.size ?? 0;
    return there < this.#most || isFor(position.state, playerOf(visitor).id);
  }

  came(visitor: Visitor, room: RoomId): void {
    const there = this.#rooms.get(room) ?? new Set();
    this.#rooms.set(room, there.add(visitor));
  }

  left(visitor: Visitor, room: RoomId): void {
    const there = this.#rooms.get(room);
    there?.delete(visitor);
    if (there?.size === 0) this.#rooms.delete(room);
  }
}
