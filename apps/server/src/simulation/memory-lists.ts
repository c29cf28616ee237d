import type { MyRoom, PlayerId, RoomId, RoomSummary } from "@rejoin/protocol";
import { mine } from "@rejoin/rules";
import type { RoomChange } from "../log/event-log.js";
import type { KeptRoom, LobbyLists, OwnHead } from "../read-models/lobby-lists.js";

interface Listed {
  summary: RoomSummary;
  toMove: readonly PlayerId[];
  /** When what lists show of it last changed. */
  changedAt: number;
}

/** The lists of the lobby, in memory. */
export class MemoryLists implements LobbyLists {
  #rooms = new Map<RoomId, Listed>();
  #owned = new Map<PlayerId, Set<RoomId>>();
  readonly #now: () => number;
  readonly #seen: (player: PlayerId, room: RoomId) => number;

  /** @param seen how far a person has seen a room */
  constructor(now: () => number, seen: (player: PlayerId, room: RoomId) => number) {
    this.#now = now;
    this.#seen = seen;
  }

  changed({ summary, toMove, owners }: RoomChange): void {
    // Taken out and put in again, so that the last changed is the last.
    this.#rooms.delete(summary.room);
    this.#rooms.set(summary.room, { summary, toMove, changedAt: this.#now() });
    for (const [player, owns] of owners) {
      const rooms = this.#owned.get(player) ?? new Set();
      this.#owned.set(player, rooms);
      if (owns) rooms.add(summary.room);
      else rooms.delete(summary.room);
    }
  }

  /** A room's log has another length. */
  grown(room: RoomId, head: number): void {
    const listed = this.#rooms.get(room);
    if (listed) this.#rooms.set(room, { ...listed, summary: { ...listed.summary, head } });
  }

  /** Takes a copy of all lists. @returns how to put it back, any number of times */
  copy(): () => void {
    const rooms = new Map(this.#rooms);
    const owned = copyOf(this.#owned);
    return () => {
      this.#rooms = new Map(rooms);
      this.#owned = copyOf(owned);
    };
  }

  async publicRooms(): Promise<RoomSummary[]> {
    return this.#open()
      .filter(isListed)
      .map(({ summary }) => summary);
  }

  async ownRooms(player: PlayerId): Promise<MyRoom[]> {
    return this.#open()
      .filter(({ summary }) => this.#owned.get(player)?.has(summary.room))
      .map((listed) => this.#mine(player, listed));
  }

  async changedWithin(ms: number): Promise<{ room: RoomId; head: number }[]> {
    const since = this.#now() - ms;
    const changed = [...this.#rooms.values()].filter(({ changedAt }) => changedAt > since);
    return changed.map(({ summary: { room, head } }) => ({ room, head }));
  }

  async keptRooms(rooms: readonly RoomId[]): Promise<KeptRoom[]> {
    return rooms.flatMap((room) => {
      const listed = this.#rooms.get(room);
      return listed ? [{ summary: listed.summary, listed: isListed(listed) }] : [];
    });
  }

  async ownHeads(players: readonly PlayerId[]): Promise<OwnHead[]> {
    const own = await Promise.all(players.map((player) => this.ownRooms(player)));
    return own.flatMap((rooms, index) =>
      rooms.map(({ room, head, seen }) => ({ player: players[index] ?? "", room, head, seen })),
    );
  }

  async ownRoomsOf(
    wanted: readonly { player: PlayerId; room: RoomId }[],
  ): Promise<{ player: PlayerId; mine: MyRoom }[]> {
    return wanted.flatMap(({ player, room }) => {
      const listed = this.#rooms.get(room);
      if (!listed || !this.#owned.get(player)?.has(room) || listed.summary.phase === "closed") return [];
      return [{ player, mine: this.#mine(player, listed) }];
    });
  }

  async seatsOf(players: readonly PlayerId[]): Promise<{ player: PlayerId; room: RoomId }[]> {
    return this.#open().flatMap(({ summary: { room, seats } }) =>
      seats.flatMap((seat) => (seat && players.includes(seat.id) ? [{ player: seat.id, room }] : [])),
    );
  }

  #mine(player: PlayerId, { summary, toMove }: Listed): MyRoom {
    return mine(summary, this.#seen(player, summary.room), toMove.includes(player));
  }

  #open(): Listed[] {
    return [...this.#rooms.values()].filter(({ summary }) => summary.phase !== "closed").reverse();
  }
}

function copyOf(owned: ReadonlyMap<PlayerId, ReadonlySet<RoomId>>): Map<PlayerId, Set<RoomId>> {
  return new Map([...owned].map(([player, rooms]) => [player, new Set(rooms)]));
}

function isListed({ summary }: Listed): boolean {
  return summary.visibility === "public" && summary.phase !== "closed";
}
