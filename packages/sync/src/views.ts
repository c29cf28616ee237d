import type {
  CommandId,
  MyRoom,
  RecordedEvent,
  Refusal,
  RoomCommand,
  RoomId,
  RoomSummary,
} from "@rejoin/protocol";
import type { RoomState } from "@rejoin/rules/room";

/** The connection as a person should be told of it. Times are milliseconds since 1970. */
export type ConnectionView =
  | { kind: "idle" }
  /** The first attempt of this page. */
  | { kind: "connecting" }
  | { kind: "live" }
  /** It was live, or an attempt failed. `nextAttemptAt` is null while an attempt is under way. */
  | { kind: "reconnecting"; since: number; attempt: number; nextAttemptAt: number | null }
  /** The device itself says that it has no network. */
  | { kind: "offline"; since: number }
  /** The server will not have this client: not signed in, or of a version that it does not speak. */
  | { kind: "refused"; refusal: Refusal };

/** The lobby. `current` is false while it may be out of date. */
export interface LobbyView {
  current: boolean;
  /** False until the first answer. */
  loaded: boolean;
  /** The public directory, the room with the latest event first. */
  rooms: readonly RoomSummary[];
  mine: readonly MyRoom[];
}

export type RoomStatus =
  /** Asked for, nothing held yet. */
  | { kind: "joining" }
  /** Applying what was missed: `done` of `total` events. */
  | { kind: "catching-up"; done: number; total: number }
  | { kind: "live" }
  /** Something is held, and the connection is lost. */
  | { kind: "waiting" }
  /** The room will not be had: it does not exist, or is not for you. */
  | { kind: "refused"; refusal: Refusal };

/** A command on its way. It is asked again with the same id until it is answered. */
export interface PendingCommand {
  commandId: CommandId;
  command: RoomCommand;
  /** When it was given, in milliseconds since 1970. */
  givenAt: number;
  /** `waiting` for a connection; `sent`, and not answered yet; `accepted` as event `seq`, which has not arrived yet. */
  status: { kind: "waiting" } | { kind: "sent" } | { kind: "accepted"; seq: number };
  /** Whether it would survive the end of this page. */
  isKept: boolean;
}

/** A command that was not done, given on a page that is gone: what its giver is to be told, and given back. */
export interface ReturnedCommand {
  commandId: CommandId;
  /** The room's id or code, as the room was opened when it was given. */
  room: string;
  command: RoomCommand;
  refusal: Refusal;
}

/** The part of the log that passed while this person was away. Both ends included. */
export interface Missed {
  from: number;
  to: number;
}

/** A room as this client holds it. */
export interface RoomView {
  status: RoomStatus;
  /** Null until the room was joined for the first time. */
  room: RoomId | null;
  epoch: string | null;
  /** The last event that is applied. It never falls, except by a snapshot with a reason. */
  seq: number;
  /** The highest number that was heard of. */
  head: number;
  /** The state at `seq`, as this person may see it. */
  state: RoomState | null;
  /** Where holding began: a snapshot's number and state. `events` are exactly base.seq + 1 … seq. */
  base: { seq: number; state: RoomState } | null;
  events: readonly RecordedEvent[];
  /** What came while away, until `dismissMissed`. */
  missed: Missed | null;
  pending: readonly PendingCommand[];
}

/** How a command ended: as an event of the log, or refused. Never "unknown": an unanswered command stays pending. */
export type CommandOutcome = { ok: true; seq: number } | { ok: false; refusal: Refusal };
