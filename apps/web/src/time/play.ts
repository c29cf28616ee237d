import type { Clock } from "@rejoin/sync";
import { hurry, lookMs } from "./pace";
import type { Timeline } from "./timeline";

/** What comes faster than this, in milliseconds, nobody can tell apart: then several events are shown as one. */
const SHORTEST_MS = 60;

interface Playing {
  timeline: Timeline;
  /** The number that is shown at first. */
  from: number;
  /** How long it may take at single speed, in milliseconds. What is added meanwhile makes the rest quicker. */
  longestMs: number;
  /** 1 for the planned pace, 2 for twice as fast. Asked before each step. */
  speed: () => number;
  show: (seq: number) => void;
  /** Everything was shown, what was added meanwhile included, and the last of it was looked at. */
  ended: () => void;
}

/**
 * Shows the events of a timeline one after another, at a pace that a person can follow: fast over talk, with a pause at each
 * move.
 *
 * @returns how to stop; then nothing is called any more
 */
export function play(clock: Clock, { timeline, from, longestMs, speed, show, ended }: Playing): () => void {
  let stopWaiting = (): void => {};
  const lookAt = (seq: number): void => {
    const scale = hurry(timeline.between(from, timeline.last), longestMs);
    const { next, ms } = nextLook(timeline, seq, scale);
    stopWaiting = clock.setTimer(ms / speed(), () => {
      // What was added during the last look still comes.
      if (next === seq && timeline.last === seq) return ended();
      if (next > seq) show(next);
      lookAt(next);
    });
  };
  lookAt(from);
  return () => stopWaiting();
}

/** What is shown after an event, and how long that one is looked at; the event itself where it is the last. */
function nextLook(timeline: Timeline, seq: number, scale: number): { next: number; ms: number } {
  let ms = look(timeline, seq) * scale;
  let next = Math.min(seq + 1, timeline.last);
  while (ms < SHORTEST_MS && next < timeline.last) {
    ms += look(timeline, next) * scale;
    next += 1;
  }
  return { next, ms: Math.max(ms, SHORTEST_MS) };
}

function look(timeline: Timeline, seq: number): number {
  const event = timeline.event(seq);
  return event ? lookMs(event) : SHORTEST_MS;
}
