import type { HistoryRecord } from "../history/record.js";

/** Everything that can be found to be wrong: what it is called, and which promise of docs/SPEC.md it breaks. */
export const VIOLATIONS = {
  "missing log": "G1",
  "hole in the log": "G1",
  "lost acknowledgement": "G2",
  "early answer": "G2",
  "second effect": "G3",
  "another number": "G3",
  "contradicting answers": "G3",
  "second room": "G3",
  "phantom event": "G4",
  "event of a refused command": "G4",
  "hole in application": "G5",
  "base moved without a snapshot": "G5",
  "wrong state": "G6",
  "not in the log": "G7",
  "heard differently": "G7",
  "early broadcast": "G7",
  "real-time order broken": "G8",
  "falling head": "G9",
  "own command invisible": "G9",
  "not converged": "G10",
  "leaked secret": "G11",
  "private room leaked": "G11",
  "never settled": "G13",
} as const;

export type ViolationName = keyof typeof VIOLATIONS;

export interface Violation {
  promise: (typeof VIOLATIONS)[ViolationName];
  name: ViolationName;
  /** Null for what concerns no single room. */
  room: string | null;
  client?: string;
  seq?: number;
  /** What is wrong, in a sentence. */
  detail: string;
  /** The records that prove it. */
  records: readonly HistoryRecord[];
}

/** What was found in a history. */
export interface Verdict {
  /** At most `MOST_KEPT` of each name; `found` has them all. */
  violations: Violation[];
  found: Partial<Record<ViolationName, number>>;
  /** How much was looked at. */
  figures: Figures;
  /** How often things happened that a run must have seen for its verdict to mean anything. */
  nonVacuity: Record<NonVacuity, number>;
  faults: Record<string, number>;
}

export const FIGURES = [
  "records",
  "rooms",
  "clients",
  "players",
  "lives of logs",
  "events in logs",
  "commands given",
  "attempts asked",
  "acknowledged commands",
  "refused commands",
  "events heard",
  "snapshots heard",
  "states compared",
  "places of rest",
] as const;
export type Figures = Record<(typeof FIGURES)[number], number>;

export const NON_VACUITY = [
  "commands asked more than once",
  "commands settled though an attempt was never answered",
  "retryable refusals",
  "events of the rooms themselves",
  "events heard again",
  "events heard out of order",
  "secret events heard",
  "catch-ups by events",
  "catch-ups by a snapshot",
  "connections lost",
  "commits seen",
  "restored logs",
  "trimmed logs",
  "events heard that are not kept",
  "private rooms",
  "acknowledged commands looked for after a reconnect",
  "commands with others acknowledged before them",
] as const;
export type NonVacuity = (typeof NON_VACUITY)[number];
