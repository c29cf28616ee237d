import type { MyRoom, PlayerId, RoomId, RoomSummary } from "@rejoin/protocol";

/** How far a person's own room has come, and how far they have seen it. */
export interface OwnHead {
  player: PlayerId;
  room: RoomId;
  head: number;
  seen: number;
}

/** A room as it is in the log, and whether the directory lists it. */
export interface KeptRoom {
  summary: RoomSummary;
  listed: boolean;
}

/**
 * The lists of the lobby and of seats, as the logs have them, whichever server wrote them.
 * Every call may reject with `LogUnavailable`.
 */
export interface LobbyLists {
  /** The public rooms that are open, the last changed first, at most `LIMITS.directoryRooms`. */
  publicRooms(): Promise<RoomSummary[]>;
  /** The open rooms in which a person sits, which they host, or to which they were invited; the last changed first. */
  ownRooms(player: PlayerId): Promise<MyRoom[]>;
  /** Rooms of which lists show something else than they did that long ago (in milliseconds), and their heads. */
  changedWithin(ms: number): Promise<readonly { room: RoomId; head: number }[]>;
  /** Those of these rooms that exist. */
  keptRooms(rooms: readonly RoomId[]): Promise<readonly KeptRoom[]>;
  /** How far the own rooms of these players have come: the rooms that `ownRooms` would give for each. */
  ownHeads(players: readonly PlayerId[]): Promise<readonly OwnHead[]>;
  /** Own rooms, each for a person; those that are not theirs any more are left out. */
  ownRoomsOf(
    wanted: readonly { player: PlayerId; room: RoomId }[],
  ): Promise<readonly { player: PlayerId; mine: MyRoom }[]>;
  /** The seats of these players in open rooms. */
  seatsOf(players: readonly PlayerId[]): Promise<readonly { player: PlayerId; room: RoomId }[]>;
}
