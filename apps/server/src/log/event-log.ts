import type { Player, PlayerId, RoomEvent, RoomId, RoomSummary } from "@rejoin/protocol";
import type { Recorded } from "./recorded.js";
import type { Retention } from "./retention.js";
import type { SnapshotStore } from "./snapshot-store.js";

/** An event that was decided and is not in the log yet. */
export interface NewEvent {
  /** The player's id, or `"room"`. */
  actor: string;
  /** Unique for its actor in its room, as long as the event is kept. */
  commandId: string;
  /** A digest of the command's body, by which the same id with another body is told apart. */
  commandDigest: string;
  /** Milliseconds since 1970. */
  at: number;
  event: RoomEvent;
}

/** What lists show of a room, and whose list it is on. Stored with the events that changed it. */
export interface RoomChange {
  summary: RoomSummary;
  /** The players whose turn it is. */
  toMove: readonly PlayerId[];
  /** Players whose own rooms it joins (`true`) or leaves (`false`) by these events. */
  owners: ReadonlyMap<PlayerId, boolean>;
  /** Players who are invited by these events, each with who asks (as they look); null whose invitation ends. */
  guests: ReadonlyMap<PlayerId, Player | null>;
}

/** New events for one room: all of them are recorded, or none. */
export interface Append {
  room: RoomId;
  /** The epoch that they were decided in. */
  epoch: string;
  /** The head that they were decided on: they become `expectedHead + 1`, `+ 2`, … */
  expectedHead: number;
  events: readonly [NewEvent, ...NewEvent[]];
  /** Null where nothing that lists show has changed. */
  change: RoomChange | null;
  /** When the room must be awake again (milliseconds since 1970; null for never), or undefined to leave it as it is. */
  wakeAt: number | null | undefined;
}

/** A command that is in the log. */
export interface KnownCommand {
  actor: string;
  commandId: string;
  commandDigest: string;
  seq: number;
}

/** Whether a command is in the log, and where the log stood when that was looked up. */
export interface CommandLookup {
  epoch: string;
  head: number;
  command: KnownCommand | null;
}

export type AppendResult =
  | { kind: "appended"; events: readonly Recorded[] }
  /** The room's head or epoch is another one: read the tail, and decide again. */
  | { kind: "conflict" }
  /** Some of these commands are in the log already. None of the others was recorded. */
  | { kind: "known"; commands: readonly KnownCommand[] };

/** A room that does not exist yet, with its first event. */
export interface Opening {
  room: RoomId;
  code: string;
  epoch: string;
  creator: PlayerId;
  first: NewEvent;
  summary: RoomSummary;
  wakeAt: number;
  /**
   * Where quick play opens it: how recently, in milliseconds, quick play may have opened another room for the same game that
   * still waits for people. Where there is one, that is the result, and nothing is opened.
   */
  meetWithinMs?: number;
}

export type OpenResult =
  | { kind: "opened" }
  /** The same creator used the same command id before. */
  | { kind: "known"; room: RoomId; code: string; commandDigest: string }
  /** Quick play opened this room for the same game a moment ago. */
  | { kind: "meets"; room: RoomId; code: string }
  /** Another room has this code: draw another. */
  | { kind: "code-taken" };

/** Where a room's log begins and ends, all of the same moment. */
export interface LogEnds {
  epoch: string;
  head: number;
  /** The oldest number that is kept. */
  first: number;
}

/** A part of one room's log; the events are contiguous. */
export interface LogPage extends LogEnds {
  events: readonly Recorded[];
}

/**
 * The log of every room: the one thing that decides what happened, and in which order.
 *
 * Every call may reject with `LogUnavailable`. A rejected `append` or `open` has an unknown outcome: it may have been
 * recorded. Asking again with the same command id settles it.
 */
export interface EventLog extends SnapshotStore, Retention {
  open(opening: Opening): Promise<OpenResult>;
  append(append: Append): Promise<AppendResult>;
  /**
   * The events after a number, at most `limit` of them, or null where there is no such room. There are none where the one
   * that follows the number was trimmed: the page's `first` says so.
   */
  read(room: RoomId, after: number, limit: number): Promise<LogPage | null>;
  /** Looks a command up among the events that are kept. Null where there is no such room. */
  findCommand(room: RoomId, actor: string, commandId: string): Promise<CommandLookup | null>;
  /** The room with this code, or null. */
  locate(code: string): Promise<RoomId | null>;
  /** Where a room's log begins and ends, or null where there is no such room. What was appended before this was asked is in it. */
  endsOf(room: RoomId): Promise<LogEnds | null>;
  /** The committed heads of those of these rooms that exist. */
  heads(rooms: readonly RoomId[]): Promise<ReadonlyMap<RoomId, number>>;
  /**
   * Rooms that have something to do by themselves at `now` (milliseconds since 1970), the longest overdue first. They are
   * not given to anybody else for `forMs`, after which they come again unless they have been woken for another time.
   */
  claimDue(now: number, forMs: number, limit: number): Promise<readonly RoomId[]>;
  /** Wakes a room only at that time (milliseconds since 1970), if that is later than stored and its head is still this one. */
  wakeLater(room: RoomId, head: number, at: number): Promise<void>;
  /** Rooms that are not closed, the last changed first. */
  openRooms(limit: number): Promise<readonly RoomId[]>;
}

/** The log cannot be reached, or did not answer in time. Whether a write happened is unknown. */
export class LogUnavailable extends Error {
  override readonly name = "LogUnavailable";
}
