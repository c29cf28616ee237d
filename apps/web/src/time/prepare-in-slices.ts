import type { Timeline } from "./timeline";

/** The page must be able to draw and to answer between two slices, in milliseconds. */
const SLICE_MS = 8;

/**
 * Makes a timeline ready without holding up the page.
 *
 * @param ready called once, later
 * @returns how to call it off
 */
export function prepareInSlices(timeline: Timeline, ready: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const slice = (): void => {
    const until = performance.now() + SLICE_MS;
    if (timeline.prepare(() => performance.now() < until)) ready();
    else timer = setTimeout(slice);
  };
  timer = setTimeout(slice);
  return () => clearTimeout(timer);
}
