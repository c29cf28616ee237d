import { useState } from "react";
import type { OlderEvents } from "../../connection/older-events";
import type { Entry } from "./entry";

/** How many entries are drawn at first, and how many more a press brings. */
const PAGE = 200;

interface ThreadWindow {
  shown: readonly Entry[];
  /** There is more above. */
  more: boolean;
  showMore: () => void;
}

/** The newest part of a log, growing upwards on request: a long log is never drawn whole. */
export function useWindow(entries: readonly Entry[], older: OlderEvents): ThreadWindow {
  const [pages, setPages] = useState(1);
  // While the window is at its smallest it moves with the end; grown, it keeps its beginning.
  const [firstSeq, setFirstSeq] = useState<number | null>(null);
  const sliding = Math.max(0, entries.length - PAGE);
  const kept = firstSeq === null ? sliding : entries.findIndex(({ event }) => event.seq >= firstSeq);
  const from = Math.max(0, pages === 1 ? sliding : kept);
  const showMore = (): void => {
    const next = Math.max(0, from - PAGE);
    setFirstSeq(entries[next]?.event.seq ?? null);
    setPages(pages + 1);
    if (next === 0 && older.more) older.load();
  };
  return { shown: entries.slice(from), more: from > 0 || older.more, showMore };
}
