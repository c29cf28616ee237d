import type { Entry } from "./entry";
import { entrySentence } from "./entry-sentence";

/** Finds what happened with an event, in a sentence; empty where it is not among the entries, which have no holes. */
export function wordsOf(entries: readonly Entry[]): (seq: number) => string {
  const first = entries[0]?.event.seq ?? 1;
  return (seq) => {
    const entry = entries[seq - first];
    return entry ? entrySentence(entry) : "";
  };
}
