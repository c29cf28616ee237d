import type { RoomId } from "@rejoin/protocol";
import type { RoomState } from "@rejoin/rules";
import { TRIMMED_AT_ONCE } from "./retention.js";

/** The state of a room at a number of its log. */
export interface Snapshot {
  seq: number;
  state: RoomState;
}

/** A snapshot to be stored, with what shows that it is one of this log. */
export interface SnapshotTaken extends Snapshot {
  epoch: string;
  /** Of the rules that made the state: `STATE_VERSION`. */
  version: number;
  /** The event with the number `seq`, by which another log that is as long is told apart. */
  last: { actor: string; commandId: string };
}

/** How closely snapshots of one room are kept, in events. */
export interface SnapshotSpacing {
  /** None is stored where there is a newer one, or one that is nearer than this. */
  apart: number;
  /** Somebody who is so far behind the newest snapshot can still be given one at or below their number. */
  reach: number;
}

/**
 * Of the snapshots that are older than anybody in reach needs one is kept for every so many events, the earliest: so the
 * state at every number of the log can be had without reading far, and a log can be trimmed right above one.
 */
export const OLD_SNAPSHOTS_APART = TRIMMED_AT_ONCE / 2;

/**
 * Snapshots bound what loading a room costs. They are never the truth: they can be made again from the log as long as all
 * of it is kept, and a wrong one would be believed, so storing one is guarded.
 */
export interface SnapshotStore {
  /** The newest snapshot of a version at or below a number (and the head), or null where there is none. */
  newestSnapshot(room: RoomId, atMost: number, version: number): Promise<Snapshot | null>;
  /**
   * Stores a snapshot, and drops those that nobody needs any more. Nothing is stored unless the log is in the same epoch
   * and has that very event at that number.
   *
   * @returns whether it was stored
   */
  storeSnapshot(room: RoomId, taken: SnapshotTaken, spacing: SnapshotSpacing): Promise<boolean>;
}
