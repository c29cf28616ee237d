import type { RecordedEvent } from "@rejoin/protocol";

type EventType = RecordedEvent["type"];

/** How long something is looked at before the next comes, in milliseconds: a move long enough to be understood. */
const MOVE_MS = 900;
const TALK_MS = 250;
const ELSE_MS = 400;
const LOOK_MS: Partial<Record<EventType, number>> = {
  moved: MOVE_MS,
  "game-started": MOVE_MS,
  resigned: MOVE_MS,
  "room-closed": MOVE_MS,
  said: TALK_MS,
  reacted: TALK_MS,
  "player-dropped": TALK_MS,
  "player-returned": TALK_MS,
};

/** How long an event is looked at, in milliseconds, where there is no hurry. */
export function lookMs({ type }: Pick<RecordedEvent, "type">): number {
  return LOOK_MS[type] ?? ELSE_MS;
}

/** Whether playing pauses at an event, long enough for it to be read out. */
export function isPausedAt(event: Pick<RecordedEvent, "type">): boolean {
  return lookMs(event) === MOVE_MS;
}

/** By how much looking is shortened, so that all of the events take `longestMs` at most: 1 where nothing needs to be. */
export function hurry(events: readonly RecordedEvent[], longestMs: number): number {
  const total = events.reduce((sum, event) => sum + lookMs(event), 0);
  return Math.min(1, longestMs / Math.max(total, 1));
}
