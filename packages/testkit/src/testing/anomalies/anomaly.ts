import type { ViolationName } from "../../checker/verdict.js";
import type { RecordOf } from "../../history/record.js";
import type { MadeRunOptions } from "../made-run.js";
import { NothingToSpoil, type Planting } from "../plant.js";

/** Something that is put into a history that keeps every promise, and what it must be called. */
export interface Anomaly {
  about: string;
  /** What the history must have for it, beside what every history has. */
  needs?: Partial<MadeRunOptions>;
  plant: (history: Planting) => void;
  names: ViolationName;
  /** Whether it cannot be told from a log that was trimmed. */
  hiddenByTrimming?: true;
  /** What breaks with it, because the log itself is another one. */
  andMaybe?: readonly ViolationName[];
}

/** Somebody who is in none of the histories. */
export const STRANGER = "77777777-0000-4000-8000-000000000000";

export const by = { name: "Somebody", avatar: "face" };

/** @throws NothingToSpoil */
export function latestAcknowledged(history: Planting): { answered: RecordOf<"answered">; seq: number } {
  const latest = history.acknowledged.at(-1);
  if (!latest) throw new NothingToSpoil();
  return latest;
}
