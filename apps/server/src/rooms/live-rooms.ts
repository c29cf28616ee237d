import type { RoomId } from "@rejoin/protocol";
import type { Clock } from "../clock.js";
import { SharedReads } from "../log/shared-reads.js";
import { loadLog } from "./load-log.js";
import { Room, type RoomPorts } from "./room.js";

export interface LiveRoomPorts extends Omit<RoomPorts, "reads"> {
  clock: Pick<Clock, "monotonic">;
  /** Called once with every room that comes to life, and with how many events of its log had to be read for that. */
  loaded: (room: Room, read: number) => void;
  /** Called once with every room that leaves the memory. Whoever holds it must let it go. */
  unloaded: (room: Room) => void;
}

/** The rooms that this server holds in memory. */
export class LiveRooms {
  readonly #rooms = new Map<RoomId, Promise<Room | null>>();
  /** The last used at the end. */
  readonly #awake = new Map<RoomId, Awake>();
  readonly #ports: LiveRoomPorts;
  readonly #roomPorts: RoomPorts;

  constructor(ports: LiveRoomPorts) {
    this.#ports = ports;
    this.#roomPorts = {
      ...ports,
      reads: new SharedReads(ports.log),
      committed: (room, events, before) => {
        this.#used(room);
        ports.committed(room, events, before);
      },
      replaced: (room) => {
        this.unload(room);
        ports.replaced(room);
      },
    };
  }

  /** How many rooms are in memory. */
  get count(): number {
    return this.#awake.size;
  }

  /** The room with this id, from memory or from its log; null where there is none. Rejects with `LogUnavailable`. */
  get(id: RoomId): Promise<Room | null> {
    const held = this.#rooms.get(id);
    const awake = this.#awake.get(id);
    if (awake) this.#used(awake.room);
    if (held) return held;
    const loading = this.#load(id);
    this.#rooms.set(id, loading);
    return loading;
  }

  /** The rooms that are in memory now, those that were used last at the end. */
  *awake(): IterableIterator<Room> {
    for (const { room } of this.#awake.values()) yield room;
  }

  /** For how long nobody has asked for a room and nothing has happened there, in milliseconds. */
  idleFor({ id }: Room): number {
    const now = this.#ports.clock.monotonic();
    return now - (this.#awake.get(id)?.usedAt ?? now);
  }

  /** Takes a room out of memory: it takes no more orders, and the next who asks for it gets another one, from the log. */
  unload(room: Room): void {
    room.retire();
    if (this.#awake.get(room.id)?.room !== room) return;
    this.#awake.delete(room.id);
    this.#rooms.delete(room.id);
    this.#ports.unloaded(room);
  }

  #used(room: Room): void {
    if (room.isRetired) return;
    // Deleted first, so that it comes to the end.
    this.#awake.delete(room.id);
    this.#awake.set(room.id, { room, usedAt: this.#ports.clock.monotonic() });
  }

  async #load(id: RoomId): Promise<Room | null> {
    try {
      const loaded = await loadLog(this.#ports.log, id);
      if (!loaded) {
        this.#rooms.delete(id);
        return null;
      }
      const room = new Room(id, loaded, this.#roomPorts);
      this.#used(room);
      this.#ports.loaded(room, loaded.read);
      return room;
    } catch (error) {
      this.#rooms.delete(id);
      throw error;
    }
  }
}

interface Awake {
  room: Room;
  /** In milliseconds of the monotonic time. */
  usedAt: number;
}
