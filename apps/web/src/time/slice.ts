/** The page must be able to draw and to answer between two slices of long work, in milliseconds. */
const SLICE_MS = 6;

/** A slice that begins now. @returns to be asked before each step: whether there is time for it */
export function sliceOf(): () => boolean {
  const until = performance.now() + SLICE_MS;
  return () => performance.now() < until;
}

/** Lets the page draw and answer before what follows. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
