import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";

/** How far from the end still counts as being at the end, in pixels. */
const NEAR = 48;

interface Content {
  /** The numbers of the first and the last entry that are shown; 0 for none. */
  firstSeq: number;
  lastSeq: number;
  pending: number;
  /** Where the missed part begins, or null. */
  missedFrom: number | null;
}

interface ThreadScroll {
  scroller: RefObject<HTMLDivElement | null>;
  onScroll: () => void;
  /** How many entries came below while reading further up. */
  unseen: number;
  toEnd: () => void;
}

/**
 * Where the thread stands. It stays at its end while one is there, and stays put while one reads further up, also when
 * earlier events come in above. On coming back it goes to where the missed part begins.
 */
export function useThreadScroll({ firstSeq, lastSeq, pending, missedFrom }: Content): ThreadScroll {
  const scroller = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const drawn = useRef({ firstSeq, height: 0 });
  const [readSeq, setReadSeq] = useState(lastSeq);

  const toEnd = (): void => {
    const box = scroller.current;
    if (!box) return;
    box.scrollTop = box.scrollHeight;
    atEnd.current = true;
    setReadSeq(lastSeq);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn changed exactly when one of these did
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const { height, firstSeq: firstBefore } = drawn.current;
    if (atEnd.current) toEnd();
    else if (firstSeq < firstBefore) box.scrollTop += box.scrollHeight - height;
    drawn.current = { firstSeq, height: box.scrollHeight };
  }, [firstSeq, lastSeq, pending]);

  useLayoutEffect(() => {
    const box = scroller.current;
    const marker = missedFrom === null ? null : box?.querySelector<HTMLElement>("[data-missed-marker]");
    if (!box || !marker) return;
    const top = marker.offsetTop - box.offsetTop;
    atEnd.current = box.scrollHeight - top <= box.clientHeight;
    box.scrollTop = top;
  }, [missedFrom]);

  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const keep = new ResizeObserver(() => {
      if (atEnd.current) box.scrollTop = box.scrollHeight;
    });
    keep.observe(box);
    return () => keep.disconnect();
  }, []);

  const onScroll = (): void => {
    const box = scroller.current;
    if (!box) return;
    atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
    if (atEnd.current) setReadSeq(lastSeq);
  };

  return { scroller, onScroll, toEnd, unseen: Math.max(0, lastSeq - readSeq) };
}
