import { useMemo, useState } from "react";
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

/**
 * The newest part of a log, growing upwards on request: a long log is never drawn whole.
 *
 * @param at the number of the moment that is looked at: the part around it is drawn instead; null while that is now
 */
export function useWindow(entries: readonly Entry[], older: OlderEvents, at: number | null): ThreadWindow {
  const told = useMemo(() => entries.filter(({ quiet }) => !quiet), [entries]);
  const [pages, setPages] = useState(1);
  // While the window is at its smallest it moves with the end; grown, it keeps its beginning.
  const [firstSeq, setFirstSeq] = useState<number | null>(null);
  const sliding = Math.max(0, told.length - PAGE);
  const kept = firstSeq === null ? sliding : told.findIndex(({ event }) => event.seq >= firstSeq);
  const from = Math.max(0, pages === 1 ? sliding : kept);
  const showMore = (): void => {
    const next = Math.max(0, from - PAGE);
    setFirstSeq(told[next]?.event.seq ?? null);
    setPages(pages + 1);
    if (next === 0 && older.more) older.load();
  };
  if (at !== null) return { shown: around(entries, at), more: false, showMore };
  return { shown: told.slice(from), more: from > 0 || older.more, showMore };
}

/** Half of what is drawn around a moment. It moves in strides, so that most steps change nothing but which row is marked. */
const AROUND = 50;
const STRIDE = 25;

function around(entries: readonly Entry[], at: number): readonly Entry[] {
  const index = at - (entries[0]?.event.seq ?? 1);
  const middle = Math.floor(index / STRIDE) * STRIDE;
  return entries.slice(Math.max(0, middle - AROUND), middle + AROUND);
}
