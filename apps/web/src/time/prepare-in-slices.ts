import { sliceOf } from "./slice";
import type { Timeline } from "./timeline";

/**
 * Makes a timeline ready without holding up the page.
 *
 * @param ready called once, later
 * @returns how to call it off
 */
export function prepareInSlices(timeline: Timeline, ready: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const slice = (): void => {
    if (timeline.prepare(sliceOf())) ready();
    else timer = setTimeout(slice);
  };
  timer = setTimeout(slice);
  return () => clearTimeout(timer);
}
