/** What a member hears, as it comes. */
export interface Ears {
  /** An event was delivered: its text, as somebody said it. */
  heard(text: string): void;
  /** A snapshot came, in place of so many events. */
  leapt(events: number): void;
  /** Something came that is no loss by itself, and costs time: a hole that was asked about, a refusal that was retried. */
  hitch(what: string): void;
  /** Something came that should not have: a connection that ended, a refusal for good. */
  problem(what: string): void;
}

/**
 * One player on one connection, in at most one room: as thin as it can be, since it is servers that are measured. Whatever
 * it hears it parses completely.
 */
export interface Member {
  /** Connects, and is let in. @throws when it is not */
  connect(): Promise<void>;
  /** Opens a room. @returns the key by which everybody joins it */
  open(room: string): Promise<string>;
  /** Hears a room from now on. @throws when it may not */
  join(key: string): Promise<void>;
  /** Connects again after `cut`, with what it knows of what it heard, and hears its room. What it missed comes as it comes. */
  comeBack(): Promise<void>;
  /** Says something to everybody in its room, itself included. @param acknowledged called when the server has said that it took it */
  say(text: string, acknowledged: () => void): void;
  /** What came and went over its present connection until now. */
  traffic(): Traffic;
  /** Ends the connection at once, as a network does that is gone. */
  cut(): void;
}

/** Bytes over a connection, frames included. */
export interface Traffic {
  received: number;
  sent: number;
}

export const NO_TRAFFIC: Traffic = { received: 0, sent: 0 };

/** The protocols that members speak. */
export type Dialect = "chat" | "identified-chat" | "colyseus" | "rejoin";

/** Makes a member of the server at `url`. @param name tells it from every other one */
export type MemberFactory = (url: string, name: string, ears: Ears) => Member;
