import type { PlayerId, RoomId } from "@rejoin/protocol";
import { type RoomOwnCommand, type RoomState, seatedPeople, seatOf } from "@rejoin/rules";
import { type EventLog, LogUnavailable } from "../log/event-log.js";
import type { Recorded } from "../log/recorded.js";
import type { PresenceRegister } from "../players/presence-register.js";
import type { LiveRooms } from "./live-rooms.js";
import { order } from "./order.js";
import type { Room } from "./room.js";

/** A player's seat in an open room. */
export interface TakenSeat {
  player: PlayerId;
  room: RoomId;
}

export interface SeatKeeperPorts {
  log: Pick<EventLog, "heads">;
  rooms: Pick<LiveRooms, "get">;
  register: Pick<PresenceRegister, "present">;
  /** The seats of these players in all open rooms. Rejects with `LogUnavailable`. */
  seatsOf: (players: readonly PlayerId[]) => Promise<readonly TakenSeat[]>;
  /** Whether a player has a connection to this server, or lost the last one only a moment ago. */
  isHere: (player: PlayerId) => boolean;
  /** Hears of a player who is here, and absent in a room's log. */
  misjudged: (player: PlayerId) => void;
  /** Hears of a seated player whom no connection to this server speaks for. */
  unseen: (player: PlayerId) => void;
}

/** Seats that are written about at once. */
const AT_ONCE = 16;

/**
 * Writes into each room's log which of its seated players can be reached.
 *
 * It looks whether they are present, writes, and looks again: whoever came or went meanwhile is written about once more.
 * Any server may do so for anybody at any time, since a room refuses to note an absence, or a return, that it has noted.
 */
export class SeatKeeper {
  readonly #ports: SeatKeeperPorts;
  #stopped = false;

  constructor(ports: SeatKeeperPorts) {
    this.#ports = ports;
  }

  /** Hears of a room that came to life. */
  loaded({ position: { state } }: Room): void {
    this.#welcomeBack(state);
    for (const { player, presence } of seatedPeople(state))
      if (presence.kind === "here" && !this.#ports.isHere(player)) this.#ports.unseen(player);
  }

  /** Hears what was committed in a room. */
  changed({ position: { state } }: Room, events: readonly Recorded[]): void {
    this.#welcomeBack(state);
    for (const { type, actor } of events)
      if (type === "seat-taken" && !this.#ports.isHere(actor)) this.#ports.unseen(actor);
  }

  /** Whether somebody who sits in this room is connected to this server. */
  hasPlayersHere({ position: { state } }: Room): boolean {
    return state.seats.some((seat) => seat !== null && this.#ports.isHere(seat.player));
  }

  /** Writes nothing more. */
  stop(): void {
    this.#stopped = true;
  }

  /**
   * Brings the logs of all rooms in which these players sit up to what the register says of them.
   * Rejects with `LogUnavailable`; repeated, it does what is left to do.
   */
  async settle(players: readonly PlayerId[]): Promise<void> {
    let open = players;
    while (open.length > 0 && !this.#stopped) {
      const seats = await this.#ports.seatsOf(open);
      const seated = [...new Set(seats.map(({ player }) => player))];
      if (seated.length === 0) return;
      const before = await this.#present(seated);
      const told = await this.#tellAll(seats, before);
      if (told.length === 0) return;
      const after = await this.#present(told);
      open = told.filter((player) => before.has(player) !== after.has(player));
    }
  }

  /** Those who are at any server; at this one also before the register has them. */
  async #present(players: readonly PlayerId[]): Promise<ReadonlySet<PlayerId>> {
    const present = await this.#ports.register.present(players);
    return new Set(players.filter((player) => present.has(player) || this.#ports.isHere(player)));
  }

  /** @returns those of whom something was written */
  async #tellAll(seats: readonly TakenSeat[], present: ReadonlySet<PlayerId>): Promise<PlayerId[]> {
    const heads = await this.#ports.log.heads([...new Set(seats.map(({ room }) => room))]);
    const told = new Set<PlayerId>();
    const left = [...seats];
    const work = async () => {
      for (let seat = left.pop(); seat; seat = left.pop()) {
        const { player, room } = seat;
        const live = await this.#ports.rooms.get(room);
        if (!live) continue;
        if (live.position.head < (heads.get(room) ?? 0)) await live.refresh();
        if (await this.#tell(live, player, present.has(player) ? "return" : "drop")) told.add(player);
      }
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, seats.length) }, work));
    return [...told];
  }

  /** @returns whether there was something to write */
  async #tell(room: Room, player: PlayerId, type: "drop" | "return"): Promise<boolean> {
    const { head, state } = room.position;
    const seat = state.seats[seatOf(state, player) ?? -1];
    if (this.#stopped || !seat || (seat.presence.kind === "here") === (type === "return")) return false;
    const command: RoomOwnCommand = { type, player };
    const outcome = await room.submit(order({ kind: "room" }, `${type}-${player}-${head}`, command));
    // Refused for good, another server has written it, or they stood up.
    if (!outcome.ok && outcome.refusal.retryable) throw new LogUnavailable(outcome.refusal.message);
    return true;
  }

  #welcomeBack({ seats, phase }: RoomState): void {
    if (phase.kind === "closed") return;
    for (const seat of seats)
      if (seat && seat.presence.kind !== "here" && this.#ports.isHere(seat.player))
        this.#ports.misjudged(seat.player);
  }
}
