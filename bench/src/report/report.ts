import type { Spread } from "../measure/statistics.js";

/** One kind of number in a table. */
export interface Column {
  key: string;
  /** With its unit. */
  label: string;
  /** Digits after the point. */
  digits: number;
  /** Whether the least and the most are shown beside the median, and how it compares with the baseline. */
  isMain?: boolean;
}

/** What came of one contender. */
export interface Row {
  name: string;
  /** By the key of their column. What could not be seen is NaN, or missing. */
  figures: Readonly<Record<string, Spread>>;
  /** How the main figure compares with the baseline's of the same turn; missing where there is none. */
  ratio?: Spread | undefined;
}

/** What came of a scenario. */
export interface ScenarioReport {
  name: string;
  title: string;
  /** Whom the main figure is compared with. */
  baseline: string;
  columns: readonly Column[];
  rows: readonly Row[];
  /** What has to be known to read it. */
  notes: readonly string[];
  /** What went wrong: without it the figures mean something, with it they may not. */
  problems: readonly string[];
}

/** Whether something came out as was aimed for. */
export interface Target {
  says: string;
  /** A ratio, of Rejoin to whom it is compared with. */
  got: number;
  wanted: number;
  /** Whether more is better. */
  atLeast: boolean;
  met: boolean;
}

/** Everything that a run measured. */
export interface RunReport {
  at: string;
  machine: Readonly<Record<string, string | number>>;
  versions: Readonly<Record<string, string>>;
  options: unknown;
  scenarios: readonly ScenarioReport[];
  /** Who could have been compared and was not, and why. */
  absent: readonly string[];
  targets: readonly Target[];
}
