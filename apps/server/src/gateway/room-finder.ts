import { type PlayerId, parse, type Refusal, refuse, roomId } from "@rejoin/protocol";
import { isMine } from "@rejoin/rules";
import type { EventLog } from "../log/event-log.js";
import type { Cursors } from "../read-models/cursors.js";
import type { LiveRooms } from "../rooms/live-rooms.js";
import type { Room } from "../rooms/room.js";

export type FoundRoom = { ok: true; room: Room } | { ok: false; refusal: Refusal };

/**
 * Finds a room for somebody. A private room is for those who know its code, and for those who were there before; to
 * anybody else it answers as if it did not exist.
 */
export class RoomFinder {
  readonly #log: EventLog;
  readonly #rooms: LiveRooms;
  readonly #cursors: Cursors;

  constructor(log: EventLog, rooms: LiveRooms, cursors: Cursors) {
    this.#log = log;
    this.#rooms = rooms;
    this.#cursors = cursors;
  }

  /**
   * @param key a room's id or code, parsed
   * @param player who asks, or null for a stranger
   */
  async find(key: string, player: PlayerId | null): Promise<FoundRoom> {
    const byId = parse(roomId, key).ok;
    const id = byId ? key : await this.#log.locate(key);
    const room = id === null ? null : await this.#rooms.get(id);
    if (!room || (byId && !(await this.#mayEnter(room, player)))) return notFound();
    return { ok: true, room };
  }

  async #mayEnter(room: Room, player: PlayerId | null): Promise<boolean> {
    const { state } = room.position;
    if (state.visibility === "public") return true;
    if (player === null) return false;
    return isMine(state, player) || (await this.#cursors.of(player, room.id)) !== null;
  }
}

function notFound(): FoundRoom {
  return { ok: false, refusal: refuse("room-not-found", "There is no such room, or it is not open to you.") };
}
