import { useEffect } from "react";

/** Browsers allow only so many changes of an address in a time; a moment that was only passed is not worth one. */
const SETTLED_MS = 300;

/** The number of an event that the address names after its `#`, or null. */
export function seqInAddress(hash: string = window.location.hash): number | null {
  const digits = /^#(\d{1,10})$/.exec(hash)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Keeps the address at the moment that is shown, and shows the moment that is typed into the address. */
export function useMomentInAddress(shown: number, show: (seq: number) => void): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      if (seqInAddress() !== shown) window.history.replaceState(window.history.state, "", `#${shown}`);
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [shown]);
  useEffect(() => {
    const go = (): void => {
      const seq = seqInAddress();
      if (seq !== null) show(seq);
    };
    window.addEventListener("hashchange", go);
    return () => window.removeEventListener("hashchange", go);
  }, [show]);
}
