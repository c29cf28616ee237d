import type { PlayerId, RecordedEvent } from "@rejoin/protocol";
import type { RoomView } from "@rejoin/sync";

/** What others did while one was away: from its first event to its last. */
export interface MissedEvents {
  from: number;
  to: number;
  /** The numbers in between that are one's own doing, such as a message that was sent on the way back. */
  own: ReadonlySet<number>;
}

/**
 * What of a room was missed by somebody.
 *
 * @param log what is held of it; what is not held counts as done by others
 * @returns null where nothing was, or nothing of it is held yet
 */
export function missedEvents(
  { missed, seq }: Pick<RoomView, "missed" | "seq">,
  log: readonly RecordedEvent[],
  me: PlayerId,
): MissedEvents | null {
  if (!missed) return null;
  let { from, to } = missed;
  const first = log[0]?.seq ?? 1;
  const away = log.slice(Math.max(0, from - first), Math.max(0, to - first + 1));
  const own = new Set(away.filter(({ actor }) => actor === me).map((event) => event.seq));
  while (own.has(from)) from++;
  while (own.has(to)) to--;
  return from <= Math.min(to, seq) ? { from, to, own } : null;
}

export function isMissed(missed: MissedEvents | null, seq: number): boolean {
  return missed !== null && seq >= missed.from && seq <= missed.to && !missed.own.has(seq);
}

/** How many events were missed, up to and including a number. */
export function countMissed({ from, to, own }: MissedEvents, upTo = to): number {
  const last = Math.min(upTo, to);
  const ownUpTo = [...own].filter((seq) => seq >= from && seq <= last).length;
  return Math.max(0, last - from + 1 - ownUpTo);
}
