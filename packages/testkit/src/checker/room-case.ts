import type { HistoryRecord } from "../history/record.js";
import type { Clients } from "./clients.js";
import type { Findings } from "./findings.js";
import type { Lives } from "./lives.js";
import type { Violation, ViolationName } from "./verdict.js";

/** A record of one room, but for its logs, which are known before. */
export type RoomRecord = Exclude<Extract<HistoryRecord, { room: string }>, { kind: "log" | "restored" }>;

/** Everything that is known of a room before its records are gone through. */
export interface RoomCase {
  readonly room: string;
  readonly lives: Lives;
  readonly clients: Clients;
  readonly findings: Findings;
  /** Whether the run wrote down every commit. */
  readonly seesCommits: boolean;
}

/**
 * What judges one side of a room's history. It takes the room's records in the order of their time, and those of one source
 * (a file) in their order, and speaks up then or at the end. Its memory must not grow with what is heard.
 */
export interface Rule {
  take?(record: RoomRecord, source: number): void;
  finish?(): void;
}

/** Reports a violation in the room. */
export function report(
  { room, findings }: RoomCase,
  name: ViolationName,
  rest: Omit<Violation, "name" | "promise" | "room">,
): void {
  findings.violation(name, { room, ...rest });
}
