import type { RoomId } from "@rejoin/protocol";
import { loadRoom } from "./load-room.js";
import type { Room, RoomPorts } from "./room.js";

/** The rooms that this server holds in memory. */
export class LiveRooms {
  readonly #rooms = new Map<RoomId, Promise<Room | null>>();
  readonly #awake = new Map<RoomId, Room>();
  readonly #ports: RoomPorts;
  readonly #loaded: (room: Room) => void;

  /** @param loaded called once with every room that comes to life */
  constructor(ports: RoomPorts, loaded: (room: Room) => void) {
    this.#ports = ports;
    this.#loaded = loaded;
  }

  /** The room with this id, from memory or from its log; null where there is none. Rejects with `LogUnavailable`. */
  get(id: RoomId): Promise<Room | null> {
    const held = this.#rooms.get(id);
    if (held) return held;
    const loading = this.#load(id);
    this.#rooms.set(id, loading);
    return loading;
  }

  /** The rooms that are in memory now. */
  awake(): IterableIterator<Room> {
    return this.#awake.values();
  }

  async #load(id: RoomId): Promise<Room | null> {
    try {
      const room = await loadRoom(id, this.#ports);
      if (!room) {
        this.#rooms.delete(id);
        return null;
      }
      this.#awake.set(id, room);
      this.#loaded(room);
      return room;
    } catch (error) {
      this.#rooms.delete(id);
      throw error;
    }
  }
}
