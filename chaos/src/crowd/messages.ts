import type { RoomId } from "@rejoin/protocol";

/** What a crowd is made of. */
export interface CrowdPlan {
  /** Unique within the run: it begins the names of clients. */
  name: string;
  seed: number;
  /** The servers' addresses, as players reach them. */
  urls: string[];
  /** The file of its history. */
  history: string;
  rooms: number;
  clients: number;
  people: number;
  /** Commands a second at most; 0 for as fast as they are answered. */
  rate: number;
  roomLength: number;
}

/** What the wire of every page does to packets. */
export interface WireConditions {
  /** The share of packets, in both directions, that is lost. */
  lose: number;
  /** The share that comes twice. */
  repeat: number;
  /** Each packet is late by up to so many milliseconds, so that they overtake one another. */
  lateMs: number;
}

/** What the run says to a crowd. */
export type ToCrowd =
  | { kind: "begin"; plan: CrowdPlan }
  | { kind: "wire"; conditions: WireConditions }
  /** Load the pages of so many players again, at once. */
  | { kind: "reload"; pages: number }
  /** Give no more commands; those that are on their way go on. */
  | { kind: "quiet" }
  /** Where is everybody? */
  | { kind: "look"; heads: Record<RoomId, number> }
  /** Record where everybody came to rest, and close the history. */
  | { kind: "rest" };

/** How many of what have been seen by a crowd. */
export interface CrowdCounts {
  /** Commands that ended as an event, each once. */
  accepted: number;
  /** Commands that were refused for good. */
  refused: number;
  /** Answers to a command id that had been said before. */
  repeated: number;
  /** Catch-ups by events, and by a snapshot. */
  catchUps: number;
  snapshots: number;
  connections: number;
  connectionsLost: number;
  reloads: number;
  /** Commands that a page found in its outbox, left there by its predecessor. */
  survivedReload: number;
  roomsOpened: number;
  roomsClosed: number;
  games: number;
  packetsLost: number;
  packetsRepeated: number;
  packetsLate: number;
  /** What a client survived and should not have had to. */
  clientFaults: number;
}

/** What a crowd says to the run. */
export type FromCrowd =
  /** It can be spoken to. What is said earlier may be lost. */
  | { kind: "listening" }
  | { kind: "ready" }
  | { kind: "counts"; counts: CrowdCounts }
  | { kind: "seen"; level: boolean; behind: string[] }
  | { kind: "rested" }
  | { kind: "fault"; what: string };
