import type { Player, PlayerId, RoomId } from "@rejoin/protocol";
import type { RoomChange } from "../log/event-log.js";
import { MemoryLists } from "./memory-lists.js";

/** The tables beside the log, in memory: the lists of the lobby, each person's cursors, and who exists. */
export class ReadModels {
  readonly directory: MemoryLists;
  readonly #players: readonly Player[];
  #seen = new Map<string, number>();

  /** @param now the database's clock, in milliseconds */
  constructor(players: readonly Player[], now: () => number) {
    this.#players = players;
    this.directory = new MemoryLists(now, (player, room) => this.#seen.get(keyOf(player, room)) ?? 0);
  }

  /** What lists show of a room is another. */
  changed(change: RoomChange): void {
    this.directory.changed(change);
    for (const [player, owns] of change.owners)
      if (owns) void this.cursors.move(player, change.summary.room, 0);
  }

  /** Takes a copy of all of it but of who exists. @returns how to put it back, any number of times */
  copy(): () => void {
    const lists = this.directory.copy();
    const seen = new Map(this.#seen);
    return () => {
      lists();
      this.#seen = new Map(seen);
    };
  }

  readonly cursors = {
    of: async (player: PlayerId, room: RoomId): Promise<number | null> =>
      this.#seen.get(keyOf(player, room)) ?? null,
    move: async (player: PlayerId, room: RoomId, seq: number): Promise<void> => {
      const key = keyOf(player, room);
      this.#seen.set(key, Math.max(seq, this.#seen.get(key) ?? 0));
    },
  };

  readonly sessions = {
    exists: async (player: PlayerId): Promise<boolean> => this.#players.some(({ id }) => id === player),
    /** The player of a session; here a session is named by its player. */
    find: async (session: PlayerId): Promise<Player | null> =>
      this.#players.find(({ id }) => id === session) ?? null,
  };
}

function keyOf(player: PlayerId, room: RoomId): string {
  return `${player} ${room}`;
}
