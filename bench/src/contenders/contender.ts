import type { Dialect } from "../clients/member.js";

/** What a contender's server cannot do without. */
export type Need = "postgres" | "redis";

/** One of those who are compared. */
export interface Contender {
  /** As options and tables have it. */
  name: string;
  /** What it is, in a line. */
  says: string;
  /** Its program: below `contenders`, or the built server. */
  program: { source: string } | { built: string };
  speaks: Dialect;
  needs: readonly Need[];
  /** Its settings, in its environment. */
  settings: Readonly<Record<string, string>>;
  /** Whether somebody who was away can get what was said meanwhile. */
  recovers: boolean;
  /** What becomes of that. */
  afterAnAbsence: string;
}
