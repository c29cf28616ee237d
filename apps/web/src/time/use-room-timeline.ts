import { startTransition, useEffect, useMemo, useState } from "react";
import type { Room } from "../connection/room";
import { prepareInSlices } from "./prepare-in-slices";
import { type Start, Timeline } from "./timeline";

/** How soon fetching is tried again after it failed, in milliseconds. */
const AGAIN_AFTER_MS = 3_000;

interface Prepared {
  start: Start;
  timeline: Timeline;
}

/**
 * The log of a room that one is in, from as early as it can be shown: the oldest that is kept where all of that was fetched,
 * else the state that holding began with. What came before is fetched while the timeline is wanted.
 */
export function useRoomTimeline({ view, older }: Room, wanted: boolean): Timeline | null {
  const { base } = view;
  const begins = older.start;
  const start = useMemo((): Start => begins ?? base ?? { seq: 0, state: null }, [begins, base]);
  const events = useMemo(
    () => (begins ? [...older.events, ...view.events] : view.events),
    [begins, older.events, view.events],
  );
  const [prepared, setPrepared] = useState<Prepared | null>(null);

  const { more, loading, failed, load } = older;
  useEffect(() => {
    if (!wanted || !more || loading) return;
    const timer = setTimeout(load, failed ? AGAIN_AFTER_MS : 0);
    return () => clearTimeout(timer);
  }, [wanted, more, loading, failed, load]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: events are only ever added, which needs no other timeline
  useEffect(() => {
    if (!wanted) return setPrepared(null);
    const timeline = new Timeline(start, events);
    return prepareInSlices(timeline, () => startTransition(() => setPrepared({ start, timeline })));
  }, [wanted, start]);

  // The timeline of a moment ago goes on being shown until the one that reaches further back is ready.
  if (prepared?.start === start) prepared.timeline.extend(events);
  return wanted ? (prepared?.timeline ?? null) : null;
}
