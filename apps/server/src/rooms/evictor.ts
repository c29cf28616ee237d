import type { Clock } from "../clock.js";
import { Rounds } from "../rounds.js";
import type { LiveRooms } from "./live-rooms.js";
import type { Room } from "./room.js";

const EVERY_MS = 1_000;
/** A room that somebody has just asked for stays: they may be about to hear it. */
const JUST_ASKED_FOR_MS = 5_000;

export interface EvictorPorts {
  rooms: LiveRooms;
  clock: Clock;
  /** How many rooms may be in memory. Rooms that are in use, or were a moment ago, stay even above that. */
  most: number;
  /** How long a room stays in memory when nobody uses it, in milliseconds. */
  idleMs: number;
  /** Asked once a round: which rooms somebody hears, or sits in while connected here. */
  inUse: () => (room: Room) => boolean;
  /** Hears, once a round, how many rooms are in memory, and how many of them are above what may be. */
  counted: (rooms: number, tooMany: number) => void;
}

/** Takes rooms out of memory that nobody uses: closed ones at once, idle ones after a while, and sooner when there are too many. */
export class Evictor {
  readonly #ports: EvictorPorts;
  readonly #rounds: Rounds;

  constructor(ports: EvictorPorts) {
    this.#ports = ports;
    this.#rounds = new Rounds(ports.clock, EVERY_MS, () => this.sweep());
  }

  start(): void {
    this.#rounds.start();
  }

  stop(): void {
    this.#rounds.stop();
  }

  /** One round. */
  sweep(): void {
    const { rooms, most, inUse, counted } = this.#ports;
    const isUsed = inUse();
    // Those that were used the longest ago come first.
    for (const room of [...rooms.awake()])
      if (!room.busy && !isUsed(room) && this.#mayGo(room)) rooms.unload(room);
    counted(rooms.count, Math.max(0, rooms.count - most));
  }

  #mayGo(room: Room): boolean {
    const { rooms, most, idleMs } = this.#ports;
    const idleFor = rooms.idleFor(room);
    if (idleFor >= idleMs) return true;
    const isClosed = room.position.state.phase.kind === "closed";
    return (isClosed || rooms.count > most) && idleFor >= JUST_ASKED_FOR_MS;
  }
}
