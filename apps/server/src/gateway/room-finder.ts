import { type PlayerId, parse, type Refusal, refuse, roomId } from "@rejoin/protocol";
import { isFor } from "@rejoin/rules";
import type { EventLog } from "../log/event-log.js";
import type { Cursors } from "../read-models/cursors.js";
import type { LiveRooms } from "../rooms/live-rooms.js";
import type { Room } from "../rooms/room.js";
import type { Limits } from "./rate-limits.js";

export type FoundRoom = { ok: true; room: Room } | { ok: false; refusal: Refusal };

/**
 * Finds a room for somebody. A private room is for those who know its code, and for those who were there before; to
 * anybody else it answers as if it did not exist.
 */
export class RoomFinder {
  readonly #log: EventLog;
  readonly #rooms: LiveRooms;
  readonly #cursors: Pick<Cursors, "of">;
  readonly #limits: Limits;

  constructor(log: EventLog, rooms: LiveRooms, cursors: Pick<Cursors, "of">, limits: Limits) {
    this.#log = log;
    this.#rooms = rooms;
    this.#cursors = cursors;
    this.#limits = limits;
  }

  /**
   * @param key a room's id or code, parsed
   * @param player who asks, or null for a stranger
   * @param guesser whose guesses are counted: the player, or a stranger's address
   */
  async find(key: string, player: PlayerId | null, guesser: string): Promise<FoundRoom> {
    if (!parse(roomId, key).ok) return this.#findByCode(key, guesser);
    const room = await this.#rooms.get(key);
    if (!room) return notFound();
    // Another server may have made it private since this one last looked.
    await room.refreshAnew();
    return (await this.#mayEnter(room, player)) ? { ok: true, room } : notFound();
  }

  async #findByCode(code: string, guesser: string): Promise<FoundRoom> {
    const throttled = await this.#limits.guess(guesser);
    if (throttled) return { ok: false, refusal: throttled };
    const id = await this.#log.locate(code);
    const room = id && (await this.#rooms.get(id));
    if (!room) return notFound();
    await this.#limits.guessedRight(guesser);
    // Another server may have answered this player already with a number that this one has not read yet.
    await room.refreshAnew();
    return { ok: true, room };
  }

  async #mayEnter(room: Room, player: PlayerId | null): Promise<boolean> {
    const { state } = room.position;
    if (state.visibility === "public") return true;
    if (player === null) return false;
    return isFor(state, player) || (await this.#cursors.of(player, room.id)) !== null;
  }
}

function notFound(): FoundRoom {
  return { ok: false, refusal: refuse("room-not-found", "There is no such room, or it is not open to you.") };
}
