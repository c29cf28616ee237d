import type { Dialect } from "../clients/member.js";

/** Whom a driver seats where. */
export interface CrowdPlan {
  url: string;
  dialect: Dialect;
  /** Unique within the run of a server: members and rooms are named after it. */
  name: string;
  rooms: number;
  /** Members of each room. */
  members: number;
}

/** What the run asks of a driver. Each is answered once. */
export type Request =
  /** Takes in whom it seats where. Nobody connects yet. */
  | { kind: "seat"; plan: CrowdPlan }
  /** Of those who are not connected that share connects, and hears nothing. */
  | { kind: "connect"; share: number }
  /** Everybody goes to their room. */
  | { kind: "join" }
  /** From now on everybody speaks, with so many of their own messages unacknowledged at any time. */
  | { kind: "speak"; inFlight: number }
  /** From now on so many messages a second are said, by everybody in turn, whatever comes of them. */
  | { kind: "recite"; messagesPerSecond: number }
  /** Counts from now on. */
  | { kind: "mark" }
  /** Tells what was counted since. */
  | { kind: "take" }
  /** Nobody says anything more. Answered when everybody has heard everything, or no more comes. */
  | { kind: "rest" }
  /** All but the first of each room are gone at once. */
  | { kind: "depart" }
  /** The first of each room says so many messages. Answered when all are acknowledged. */
  | { kind: "talk"; messages: number }
  /** Those who are gone come back at once. Answered when they have heard everything, or that time is over. */
  | { kind: "return"; withinMs: number }
  /** Everybody leaves. */
  | { kind: "leave" };

/** What a driver counted over some time. */
export interface Sample {
  seconds: number;
  /** Events that were heard, by each member of each room. */
  delivered: number;
  /** Messages that were acknowledged to whoever said them. */
  acknowledged: number;
  /** Bytes over all connections. */
  received: number;
  sent: number;
  /** From when something was meant to be said until a member heard it; see `Latencies.encoded`. */
  latencies: string;
  /** What cost time and is no loss, by what it was. */
  hitches: Record<string, number>;
  /** Processor seconds of the driver itself. */
  cpu: number;
}

/** How a load ended. */
export interface Rest {
  /** Events that somebody should have heard and did not. */
  undelivered: number;
  /** What should not have happened: the first of it. */
  problems: string[];
}

/** How those who were away came back. */
export interface Return {
  /** How long it took each of them to have heard everything, in milliseconds. */
  times: number[];
  /** How many had not heard everything when the time was over. */
  late: number;
  /** Events that they had not heard then. */
  missing: number;
  /** Bytes that came to them. */
  received: number;
}

/** What a driver answers to each kind of request; null where there is nothing to be told. */
export type ResultOf<Kind extends Request["kind"]> = Kind extends "take"
  ? Sample
  : Kind extends "rest"
    ? Rest
    : Kind extends "return"
      ? Return
      : null;

export type Answer = { id: number; result: Sample | Rest | Return | null } | { id: number; error: string };
