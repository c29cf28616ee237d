import {
  type Person,
  type PlayerId,
  type QuickPlay,
  type Refusal,
  type RefusalCode,
  type RoomCommand,
  type RoomEvent,
  refuse,
  type Timing,
} from "@rejoin/protocol";

/** Who asks. The room itself asks for what is due, and for what its server notices about connections. */
export type Actor = { kind: "player"; id: PlayerId; person: Person } | { kind: "room" };

/** What `decide` may use beside the state: the world at the moment of deciding, handed in so that deciding stays pure. */
export interface DecideContext {
  actor: Actor;
  /** Milliseconds since 1970. */
  now: number;
  /** A number from 0 up to, not including, 1. */
  random: () => number;
}

/** What a room may do by itself. These never arrive from a client. */
export type RoomOwnCommand =
  /** The countdown is over. */
  | { type: "begin" }
  /** The next move that nobody has to ask for: the game's own, or a bot's. */
  | { type: "move-by-itself" }
  /** The last connection of a seated player was lost, or a first one came back. */
  | { type: "drop"; player: PlayerId }
  | { type: "return"; player: PlayerId }
  /** A dropped player did not come back in time. */
  | { type: "give-up"; player: PlayerId }
  /** Nobody came to a table that quick play opened: a bot sits down. */
  | { type: "fill-seat" }
  | { type: "close-abandoned" };

/** What opens a room. Its code and timing come from the server. */
export interface OpenRoom {
  type: "open";
  code: string;
  title: string;
  game: string;
  visibility: "public" | "private";
  options: unknown;
  timing: Timing;
  /** Where quick play opens it. */
  quick?: QuickPlay;
}

export type AnyRoomCommand = RoomCommand | RoomOwnCommand | OpenRoom;

/** An accepted command is exactly one event; a refused one is none. */
export type Decision = { ok: true; event: RoomEvent } | { ok: false; refusal: Refusal };

export function accepted(event: RoomEvent): Decision {
  return { ok: true, event };
}

export function refused(code: RefusalCode, message: string): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: refuse(code, message) };
}
