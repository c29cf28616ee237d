import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";

/** How far from the end still counts as being at the end, in pixels. */
const NEAR = 48;

/** How much must be left to scroll to, above and below, before more is drawn, in pixels. */
const AHEAD = 600;

interface Content {
  /** The number of the first entry that is drawn; 0 for none. */
  firstSeq: number;
  /** The number of the last entry that there is. */
  lastSeq: number;
  pending: number;
  /** The beginning of what was missed that one is led to, or null. */
  ledTo: number | null;
  /** The moment that is looked at, which is kept in sight; null while that is now. */
  at: number | null;
  /** Where more is above: held already, or to be fetched. */
  earlier: "none" | "held" | "elsewhere";
  /** Draws what is right above, and has more fetched where little is left of it. */
  showEarlier: () => void;
  /** Draws what is right below; null where nothing more is held. */
  showLater: (() => void) | null;
  /** From now on what is drawn stays, or goes along with the end. */
  hold: () => void;
  follow: () => void;
}

interface ThreadScroll {
  scroller: RefObject<HTMLDivElement | null>;
  onScroll: () => void;
  /** How many entries came below while reading further up. */
  unseen: number;
  toEnd: () => void;
  /** Has more drawn above what one reads, which stays where it is. */
  readEarlier: () => void;
}

/** A row that is being read, and how far from the top of the box it stands. */
interface Anchor {
  row: HTMLElement;
  top: number;
}

/**
 * Where the thread stands. It stays at its end while one is there, and what one reads stays put while one reads further
 * up, whatever comes or goes above and below. On coming back it goes to where the missed part begins.
 */
export function useThreadScroll(content: Content): ThreadScroll {
  const { firstSeq, lastSeq, pending, ledTo, at, earlier, showEarlier, showLater } = content;
  const scroller = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const anchor = useRef<Anchor | null>(null);
  const [readSeq, setReadSeq] = useState(lastSeq);

  const toEnd = (): void => {
    const box = scroller.current;
    if (!box) return;
    // Where nothing is drawn, to ask would only have the page laid out right now.
    if (firstSeq > 0 || pending > 0) box.scrollTop = box.scrollHeight;
    atEnd.current = true;
    setReadSeq(lastSeq);
    content.follow();
  };

  /** Notes where one reads. */
  const read = (box: HTMLElement): void => {
    atEnd.current = isAtEnd(box) && showLater === null;
    anchor.current = atEnd.current ? null : findAnchor(box);
    if (atEnd.current) content.follow();
    else content.hold();
  };

  const readEarlier = (): void => {
    const box = scroller.current;
    if (!box) return;
    // Also where the end is in sight: whoever asks for what was earlier is not to be taken back to the end.
    atEnd.current = false;
    anchor.current = findAnchor(box);
    showEarlier();
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn changed exactly when one of these did
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box || at !== null) return;
    if (atEnd.current) toEnd();
    else takeBack(box, anchor.current);
  }, [firstSeq, lastSeq, pending]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: one is led there once
  useLayoutEffect(() => {
    const box = scroller.current;
    const marker = ledTo === null ? null : box?.querySelector<HTMLElement>("[data-missed-marker]");
    if (!box || !marker) return;
    box.scrollTop += topOf(marker, box);
    read(box);
  }, [ledTo]);

  // Whoever waits at the top for what is fetched cannot scroll any further, so no scrolling would ever draw it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at once when more is held
  useEffect(() => {
    const box = scroller.current;
    if (box && earlier === "held" && at === null && isReadUp(box)) showEarlier();
  }, [earlier]);

  const wasBack = useRef(false);
  const shownRow = useRef(at);
  shownRow.current = at;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row is looked for anew with each moment
  useLayoutEffect(() => {
    if (at !== null) showRow(scroller.current, at);
    else if (wasBack.current) toEnd();
    wasBack.current = at !== null;
  }, [at, firstSeq]);

  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const keep = new ResizeObserver(() => {
      if (shownRow.current !== null) showRow(box, shownRow.current);
      else if (atEnd.current) box.scrollTop = box.scrollHeight;
      else takeBack(box, anchor.current);
    });
    keep.observe(box);
    // What is above what one reads may settle to another height once it is drawn.
    for (const part of box.children) keep.observe(part);
    return () => keep.disconnect();
  }, []);

  /** Whether one reads close to the top of what is drawn. */
  const isReadUp = (box: HTMLElement): boolean => !atEnd.current && box.scrollTop < AHEAD;

  const onScroll = (): void => {
    const box = scroller.current;
    if (!box || at !== null) return;
    read(box);
    if (atEnd.current) setReadSeq(lastSeq);
    else if (earlier === "held" && isReadUp(box)) showEarlier();
    else if (leftBelow(box) < AHEAD) showLater?.();
  };

  return { scroller, onScroll, toEnd, readEarlier, unseen: Math.max(0, lastSeq - readSeq) };
}

/** Moves as little as it takes to have the row in sight, with its neighbours. */
function showRow(box: HTMLElement | null, seq: number): void {
  const row = box?.querySelector<HTMLElement>(`[data-seq="${seq}"]`);
  if (!box || !row) return;
  const margin = Math.min(NEAR, box.clientHeight / 4);
  const top = topOf(row, box);
  const below = top + row.offsetHeight + margin - box.clientHeight;
  if (top < margin) box.scrollTop += top - margin;
  else if (below > 0) box.scrollTop += below;
}

/** Has the row that is being read stand where it stood. */
function takeBack(box: HTMLElement, anchor: Anchor | null): void {
  if (anchor?.row.isConnected) box.scrollTop += topOf(anchor.row, box) - anchor.top;
}

function isAtEnd(box: HTMLElement): boolean {
  return leftBelow(box) < NEAR;
}

function leftBelow(box: HTMLElement): number {
  return box.scrollHeight - box.scrollTop - box.clientHeight;
}

function topOf(row: HTMLElement, box: HTMLElement): number {
  return row.getBoundingClientRect().top - box.getBoundingClientRect().top;
}

function findAnchor(box: HTMLElement): Anchor | null {
  for (const row of box.querySelectorAll<HTMLElement>("[data-seq]")) {
    const top = topOf(row, box);
    if (top + row.offsetHeight > 0) return { row, top };
  }
  return null;
}
