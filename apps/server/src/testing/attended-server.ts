import type { PlayerId, RoomId } from "@rejoin/protocol";
import { type Clock, systemClock } from "../clock.js";
import type { EventLog } from "../log/event-log.js";
import type { PresenceRegister } from "../players/presence-register.js";
import { AlarmClock } from "../rooms/alarm-clock.js";
import { Presence } from "../rooms/presence.js";
import { PresenceLease, type PresenceTiming } from "../rooms/presence-lease.js";
import { SeatKeeper } from "../rooms/seat-keeper.js";
import { Sweeper } from "../rooms/sweeper.js";
import type { Somebody } from "./people.js";
import { fold, RoomServer } from "./room-server.js";

export interface AttendedServerParts {
  log: EventLog;
  register: PresenceRegister;
  timing: PresenceTiming;
  lingerMs: number;
  newServerId: () => string;
  clock?: Clock;
}

/** A server's rooms without its network, with all that looks after seats: wired as in production. */
export class AttendedServer {
  readonly server: RoomServer;
  readonly #presence: Presence;
  readonly #seats: SeatKeeper;
  readonly #lease: PresenceLease;
  readonly #alarms: AlarmClock;
  readonly #sweeper: Sweeper;

  constructor({ log, register, timing, lingerMs, newServerId, clock = systemClock }: AttendedServerParts) {
    const changed = (player: PlayerId) => this.#lease.changed(player);
    this.#presence = new Presence({ clock, lingerMs, arrived: changed, left: changed });
    this.#alarms = new AlarmClock(clock);
    this.#seats = new SeatKeeper({
      log,
      register,
      rooms: { get: (id) => this.server.rooms.get(id) },
      seatsOf: (players) => seatsOf(log, players),
      isHere: (player) => this.#presence.isHere(player),
      misjudged: changed,
      unseen: (player) => this.#lease.doubt(player),
    });
    this.#lease = new PresenceLease({
      register,
      clock,
      timing,
      newServerId,
      here: this.#presence,
      settle: (players) => this.#seats.settle(players),
      failed: () => undefined,
    });
    this.server = new RoomServer(log, {
      now: clock.now,
      loaded: (room) => {
        this.#alarms.set(room);
        this.#seats.loaded(room);
      },
      committed: (room, events) => {
        this.#alarms.set(room);
        this.#seats.changed(room, events);
      },
    });
    this.#sweeper = new Sweeper(log, this.server.rooms, clock);
  }

  start(): this {
    this.#lease.start();
    this.#sweeper.start();
    return this;
  }

  /** Connects somebody. @returns what to call when that connection is lost */
  connect({ id }: Pick<Somebody, "id">): () => void {
    return this.#presence.connected(id);
  }

  /** Does nothing more, as a server that was told to go away, or was killed: the lease lapses by itself. */
  stop(): void {
    this.#lease.stop();
    this.#presence.stop();
    this.#seats.stop();
    this.#alarms.stop();
    this.#sweeper.stop();
  }
}

/** The seats of players in open rooms, as the directory of a database would find them. */
async function seatsOf(
  log: EventLog,
  players: readonly PlayerId[],
): Promise<{ player: PlayerId; room: RoomId }[]> {
  const rooms = await log.openRooms(1_000);
  const found = rooms.map(async (room) => {
    const { seats } = (await fold(log, room)).state;
    return seats.flatMap((seat) =>
      seat && players.includes(seat.player) ? [{ player: seat.player, room }] : [],
    );
  });
  return (await Promise.all(found)).flat();
}
