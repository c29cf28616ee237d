import type { RoomId } from "@rejoin/protocol";

/** What is kept of the log of a room that lives long. */
export interface Kept {
  /** The newest events, so many at the least. */
  events: number;
  /** And everything that was recorded at this time (milliseconds since 1970) or later. */
  since: number;
  /** And everything above the newest snapshot of this version of the rules: it stands for what is trimmed. */
  version: number;
}

/** How many events are trimmed at once at the most: so many that it is worth it, so few that nobody notices. */
export const TRIMMED_AT_ONCE = 5_000;

/** Forgetting, by policy and in small pieces. Any number of servers may do it at once. */
export interface Retention {
  /**
   * Trims the oldest events of a room that need not be kept, at most `TRIMMED_AT_ONCE` of them. It cuts right above a
   * snapshot, so that the state at every number that is kept can be had; where there is none among so many, it cuts there.
   */
  trim(room: RoomId, kept: Kept): Promise<void>;
  /**
   * Forgets rooms that were closed before a time (milliseconds since 1970), whole, the longest closed first.
   *
   * @param limit of them at the most; fewer where they are long
   * @returns how many
   */
  purgeClosed(before: number, limit: number): Promise<number>;
  /**
   * Hears that a room's log once reached `head` in `epoch`. Where it is shorter now, and in the same epoch, it went back
   * in time: it gets a new epoch, in which nobody continues from what is gone.
   */
  wentBack(room: RoomId, epoch: string, head: number): Promise<void>;
}
