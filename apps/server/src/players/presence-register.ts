import type { PlayerId } from "@rejoin/protocol";

/** A server process, by a random id of its own. */
export type ServerId = string;

/** A sign of life of a server, with what has changed there. */
export interface Beat {
  /** Rises with every beat of the server: one that arrives after a later one changes nothing. */
  number: number;
  /** Players who have a connection to the server. */
  here: readonly PlayerId[];
  /** Players who have none any more. */
  gone: readonly PlayerId[];
}

/**
 * How a beat found the server's lease.
 *
 * - `steady`: it was renewed in time.
 * - `late`: it was renewed, and more than half of it was over: this server, or the database, was away for a while.
 * - `lost`: nothing was noted. Another server has taken over, and answers for the players who were here.
 */
export type LeaseState = "steady" | "late" | "lost";

/**
 * Which players are connected to which servers. It is shared by all servers, and its clock is its own.
 *
 * A player is present while any server has noted them as here. A server holds a lease; when it has not renewed that in
 * time another one may take over, and only then are its players no longer present. One who has gone stays noted as gone
 * until what follows from it is in the logs: should that server die before, the next one finds them among its own.
 *
 * Every call may reject with `LogUnavailable`, and may then be repeated.
 */
export interface PresenceRegister {
  /** Gives a server its lease. Asked again it changes nothing. */
  enter(server: ServerId): Promise<void>;
  /** Renews a server's lease and notes who came and who went: all of it, or nothing. */
  beat(server: ServerId, beat: Beat): Promise<LeaseState>;
  /** Those of these players who are present, at whichever server. */
  present(players: readonly PlayerId[]): Promise<ReadonlySet<PlayerId>>;
  /** Forgets those of these players who are noted as gone from a server. Who is here again stays. */
  settled(server: ServerId, players: readonly PlayerId[]): Promise<void>;
  /**
   * Takes over from servers whose lease has lapsed, for a server that has one. Of many that try one succeeds, and the
   * players who were there are noted as gone from it.
   *
   * @returns those players: what follows from their absence, if they are absent, is to be written by this server
   */
  takeOver(server: ServerId): Promise<readonly PlayerId[]>;
}

/** How many lapsed servers are taken over at once, at most. */
export const TAKEN_OVER_AT_ONCE = 8;
