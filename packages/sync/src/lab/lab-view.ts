import type { RoomId } from "@rejoin/protocol";

/** What became of something that passed. */
export type Fate = "passed" | "lost" | "repeated" | "late";

/** Something that passed over the connection. Times are milliseconds since 1970. */
export interface Passage {
  kind: "passage";
  id: number;
  at: number;
  way: "in" | "out";
  /** The message's name; an answer has the name of what was asked. */
  name: string;
  what: "request" | "answer" | "packet" | "received" | "opened";
  room: RoomId | null;
  /** Its numbers, as short as they can be told: "12–14", "> 11". */
  numbers: string;
  /** Of its payload as JSON. */
  bytes: number;
  fate: Fate;
  /** How long an answer took, in milliseconds. */
  tookMs: number | null;
}

/** The client noticed that it lacks a part of a room's log, or has got it. Both ends included. */
export interface Gap {
  kind: "gap" | "filled";
  id: number;
  at: number;
  room: RoomId;
  from: number;
  to: number;
}

export type LabEntry = Passage | Gap;

/** How slow a link is, one way, in milliseconds: always the latency, and up to the jitter more. */
export interface Slowness {
  latencyMs: number;
  jitterMs: number;
}

/** The lab as a person sees it. Times are milliseconds since 1970. */
export interface LabView {
  /** The newest last, and only so many. */
  entries: readonly LabEntry[];
  /** How long the last plain question took to be answered, in milliseconds. */
  roundTripMs: number | null;
  cutUntil: number | null;
  darkUntil: number | null;
  /** How many deliveries of a room's log will still be lost. */
  toLose: number;
  repeats: boolean;
  slowness: Slowness | null;
  /** The next answer to a command will be lost. */
  forgets: boolean;
}
