import type { PlayerId } from "@rejoin/protocol";
import { type RoomOwnCommand, seatOf } from "@rejoin/rules";
import type { Clock } from "../clock.js";
import { order } from "./order.js";
import type { Room } from "./room.js";

/** How long players of a room that was just loaded have to come back before they count as dropped: a server restart is not their absence. */
const AFTER_LOAD_MS = 12_000;
const RETRY_MS = 1_000;

/** Writes into each room's log which of its seated players can be reached. */
export class SeatKeeper {
  readonly #roomsOf = new Map<PlayerId, Set<Room>>();
  readonly #seated = new Map<Room, readonly PlayerId[]>();
  readonly #isHere: (player: PlayerId) => boolean;
  readonly #lingerMs: number;
  readonly #clock: Clock;
  #stopped = false;

  /**
   * @param isHere whether a player has a connection
   * @param lingerMs how long a lost connection is waited for
   */
  constructor(isHere: (player: PlayerId) => boolean, lingerMs: number, clock: Clock) {
    this.#clock = clock;
    this.#isHere = isHere;
    this.#lingerMs = lingerMs;
  }

  loaded(room: Room): void {
    this.changed(room);
    this.#clock.setTimer(AFTER_LOAD_MS + this.#lingerMs, () => this.#check(room));
  }

  /** Call it whenever a room's seats may have changed. */
  changed(room: Room): void {
    const before = this.#seated.get(room) ?? [];
    const now = room.position.state.seats.flatMap((seat) => (seat ? [seat.player] : []));
    for (const player of before) if (!now.includes(player)) this.#roomsOf.get(player)?.delete(room);
    for (const player of now) this.#rooms(player).add(room);
    this.#seated.set(room, now);
    // Another server may have missed that this player is connected here.
    for (const player of now) if (this.#isHere(player)) this.#tell(room, player, "return");
  }

  /** Whether somebody who sits in this room is connected to this server. */
  hasPlayersHere(room: Room): boolean {
    return (this.#seated.get(room) ?? []).some((player) => this.#isHere(player));
  }

  /** Writes nothing more. */
  stop(): void {
    this.#stopped = true;
  }

  arrived(player: PlayerId): void {
    for (const room of this.#roomsOf.get(player) ?? []) this.#tell(room, player, "return");
  }

  left(player: PlayerId): void {
    for (const room of this.#roomsOf.get(player) ?? []) this.#tell(room, player, "drop");
    if (this.#roomsOf.get(player)?.size === 0) this.#roomsOf.delete(player);
  }

  #check(room: Room): void {
    for (const player of this.#seated.get(room) ?? [])
      this.#tell(room, player, this.#isHere(player) ? "return" : "drop");
  }

  #rooms(player: PlayerId): Set<Room> {
    const rooms = this.#roomsOf.get(player) ?? new Set();
    this.#roomsOf.set(player, rooms);
    return rooms;
  }

  #tell(room: Room, player: PlayerId, type: "drop" | "return"): void {
    if (this.#stopped) return;
    const { head, state } = room.position;
    const seat = state.seats[seatOf(state, player) ?? -1];
    if (!seat || (seat.presence.kind === "here") === (type === "return")) return;
    const command: RoomOwnCommand = { type, player };
    void room.submit(order({ kind: "room" }, `${type}-${player}-${head}`, command)).then((outcome) => {
      if (!outcome.ok && outcome.refusal.retryable) this.#tellLater(room, player, type);
    });
  }

  /** The log is away. It is told once the log is back, unless that is no longer true by then. */
  #tellLater(room: Room, player: PlayerId, type: "drop" | "return"): void {
    this.#clock.setTimer(RETRY_MS, () => {
      if (this.#isHere(player) === (type === "return")) this.#tell(room, player, type);
    });
  }
}
