import type { QuickPlay, Timing } from "@rejoin/protocol";
import type { Clock } from "./clock.js";
import type { AnswerPorts } from "./gateway/answer.js";
import type { Hub } from "./gateway/hub.js";
import type { Limits } from "./gateway/rate-limits.js";
import type { ReadingLimits } from "./gateway/sparing-hub.js";
import type { EventLog } from "./log/event-log.js";
import type { PresenceRegister } from "./players/presence-register.js";
import type { Sessions } from "./players/sessions.js";
import type { Cursors } from "./read-models/cursors.js";
import type { Invitations } from "./read-models/invitations.js";
import type { LobbyLists } from "./read-models/lobby-lists.js";
import type { LobbyVisits } from "./read-models/lobby-visits.js";
import type { Commits } from "./rooms/order-pipeline.js";
import type { PresenceTiming } from "./rooms/presence-lease.js";
import type { RoomDraws } from "./rooms/room-draws.js";

/** How much is kept, in memory and in the log. */
export interface Keeping {
  /** Rooms in memory, unless more are in use. */
  roomsInMemory: number;
  /** How long a room stays in memory when nobody uses it, in milliseconds. */
  roomIdleMs: number;
  /** Events between two snapshots of a room. */
  snapshotEvery: number;
  /** Of a long log, so many of the newest events are kept at the least. */
  retainEvents: number;
  /** And those that are younger than this, in milliseconds. */
  retainMs: number;
  /** How long a closed room can still be looked at, in milliseconds. */
  purgeClosedAfterMs: number;
}

/** What the games need of the world. Postgres and Socket.IO stand behind these in production, and memory in a simulation. */
export interface GamesPorts {
  log: EventLog;
  /** When the log is about to commit. */
  commits: Commits;
  cursors: Pick<Cursors, "of" | "move">;
  directory: LobbyLists;
  invitations: Pick<Invitations, "of" | "changedWithin">;
  visits: Pick<LobbyVisits, "note" | "lately">;
  register: PresenceRegister;
  sessions: Pick<Sessions, "exists">;
  hub: Hub;
  clock: Clock;
  /** A number from 0 up to, not including, 1. */
  random: () => number;
  draws: RoomDraws;
  limits: Limits;
  timing: Timing;
  /** What tables live by that quick play opens. */
  quick: QuickPlay;
  /** Connections that may hear one room, beside those whose table it is. */
  watchersPerRoom: number;
  /** How long a lost connection is waited for, in milliseconds, before its player counts as gone from here. */
  presenceLingerMs: number;
  presenceTiming: PresenceTiming;
  keeping: Keeping;
  /** What a connection may leave unread. */
  reading: ReadingLimits;
  /** Pages of catch-up that are read and sent at once. */
  catchUpsAtOnce: number;
  /** How many events somebody may be behind to be given them; who is further behind gets a snapshot. */
  catchUpEvents: number;
  /** Whether this server is going away, and takes no new commands. */
  draining: () => boolean;
  /** Hears how many events were committed, before anybody is told of them. */
  committed: (count: number) => void;
  /** Hears that they were told, before they are answered. */
  told: () => void;
  /** Hears now and then how many rooms are in memory, and how many of them are above the limit. */
  roomsCounted: (rooms: number, tooMany: number) => void;
  /** Hears how many closed rooms were forgotten. */
  purged: (rooms: number) => void;
  /** Hears how many connections are told nothing for the time being since they do not read, whenever that changes. */
  parked: (count: number) => void;
  refused: AnswerPorts["refused"];
  failed: AnswerPorts["failed"];
}
