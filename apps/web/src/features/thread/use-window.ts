import { useEffect, useMemo, useState } from "react";
import type { OlderEvents } from "../../connection/older-events";
import type { Entry } from "./entry";

/** How many entries are drawn at the end, and how many more a step up or down brings. */
const STEP = 40;

/** How many are drawn at most: a long log is never drawn whole, however far one reads. */
const MOST = 120;

/** With so few left above, what is before them is fetched: it should be there by the time one has read up to it. */
const FETCH_AHEAD = 10 * STEP;

/** How many of what one knows are drawn before what was missed. */
const BEFORE_MISSED = 10;

interface Reading {
  entries: readonly Entry[];
  older: OlderEvents;
  /** Where begins what was missed; null where nothing was. */
  missedFrom: number | null;
  /** The number of the moment that is looked at: the part around it is drawn instead; null while that is now. */
  at: number | null;
}

interface ThreadWindow {
  shown: readonly Entry[];
  /** The beginning of what was missed that is drawn because one was led there, once; null for none. */
  ledTo: number | null;
  /** There is more above, drawn by a step where it is held already. */
  earlier: "none" | "held" | "elsewhere";
  /** There is more below than is drawn. */
  later: boolean;
  showEarlier: () => void;
  showLater: () => void;
  /** Stays where it is, whatever is added. */
  hold: () => void;
  /** Goes along with the end. */
  follow: () => void;
}

/** The part of a log that is drawn: its end, or wherever one reads; on coming back, where begins what was missed. */
export function useWindow({ entries, older, missedFrom, at }: Reading): ThreadWindow {
  const told = useMemo(() => entries.filter(({ quiet }) => !quiet), [entries]);
  // The number of the first that is drawn; null while it goes along with the end.
  const [firstSeq, setFirstSeq] = useState<number | null>(null);
  const beginAt = (index: number): void => setFirstSeq(told[Math.max(0, index)]?.event.seq ?? null);
  const [ledTo, setLedTo] = useState<number | null>(null);
  const isThere = missedFrom === null || (told.at(-1)?.event.seq ?? 0) >= missedFrom;
  if (missedFrom !== ledTo && isThere) {
    setLedTo(missedFrom);
    if (missedFrom !== null) beginAt(indexOf(told, missedFrom) - BEFORE_MISSED);
  }
  const from = firstSeq === null ? Math.max(0, told.length - STEP) : indexOf(told, firstSeq);
  const showEarlier = (): void => {
    beginAt(from - STEP);
    if (from <= FETCH_AHEAD && older.more) older.load();
  };
  const { more, loading, failed } = older;
  const isShort = firstSeq !== null && from <= FETCH_AHEAD && more && !loading && !failed;
  // In a very long log the client lets go of what was read here before. To fetch that again brings nothing to draw, and so
  // no step up that would ask for more.
  useEffect(() => {
    if (isShort) older.load();
  }, [isShort, older]);
  const steps = {
    showEarlier,
    showLater: () => beginAt(from + STEP),
    hold: () => beginAt(from),
    follow: () => setFirstSeq(null),
  };
  if (at !== null) return { shown: around(entries, at), ledTo, earlier: "none", later: false, ...steps };
  const shown = told.slice(from, from + MOST);
  const earlier = from > 0 ? "held" : older.more ? "elsewhere" : "none";
  return { shown, ledTo, earlier, later: from + MOST < told.length, ...steps };
}

/** Where the entry with that number is, or the next one after it; 0 where there is none. */
function indexOf(told: readonly Entry[], seq: number): number {
  let low = 0;
  let high = told.length;
  // Asked with every step up and down, so it may not take longer in a longer log.
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((told[middle]?.event.seq ?? 0) < seq) low = middle + 1;
    else high = middle;
  }
  return low < told.length ? low : 0;
}

/** Half of what is drawn around a moment. It moves in strides, so that most steps change nothing but which row is marked. */
const AROUND = 24;
const STRIDE = 8;

function around(entries: readonly Entry[], at: number): readonly Entry[] {
  const index = at - (entries[0]?.event.seq ?? 1);
  const middle = Math.floor(index / STRIDE) * STRIDE;
  return entries.slice(Math.max(0, middle - AROUND), middle + AROUND);
}
