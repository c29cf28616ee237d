import { LIMITS, type RecordedEvent, type Refusal } from "@rejoin/protocol";
import type { RoomState } from "@rejoin/rules/room";
import { loadRules } from "../games/rules";
import type { Answer } from "./http";
import { callForReplay } from "./replay-page";

/** All that is kept of a room's log, when it was fetched. */
export interface ReplayLog {
  /** The oldest number that is kept. */
  first: number;
  head: number;
  /** The room right before the first of the events; null where they are all there ever were, or nothing stands for the others. */
  base: { seq: number; state: RoomState } | null;
  events: readonly RecordedEvent[];
}

/** How far fetching has come, or how it ended. */
export type ReplayFetch =
  | { kind: "fetching"; fetched: number; head: number }
  | { kind: "refused"; refusal: Refusal }
  | { kind: "fetched"; log: ReplayLog };

/**
 * Fetches the log of a room over HTTP, page by page, and the rules of its game. No connection is needed for it, and no
 * session where the room is public or named by its code.
 *
 * @param key the room's id or code
 * @param tell called with every page, and last with how it ended; not at all after an abort
 */
export async function fetchReplay(
  key: string,
  tell: (fetch: ReplayFetch) => void,
  signal: AbortSignal,
): Promise<void> {
  let epoch: string | null = null;
  let events: RecordedEvent[] = [];
  let base: ReplayLog["base"] = null;
  tell({ kind: "fetching", fetched: 0, head: 0 });
  for (;;) {
    const page = await fetchPage(key, events.at(-1)?.seq ?? 0, signal);
    if (signal.aborted) return;
    if (!page.ok) return tell({ kind: "refused", refusal: page.refusal });
    const { head, first } = page.value;
    // A log that was replaced meanwhile, or trimmed under the reader, is read anew.
    const joinsOn = events.length === 0 || page.value.events[0]?.seq === (events.at(-1)?.seq ?? 0) + 1;
    if (epoch !== null && (page.value.epoch !== epoch || !joinsOn)) events = [];
    else {
      // The state is the server's own, of the same protocol version.
      if (events.length === 0) base = (page.value.base as ReplayLog["base"] | undefined) ?? null;
      events = [...events, ...page.value.events];
    }
    epoch = page.value.epoch;
    if (events.length > 0 && events.at(-1)?.seq === head) {
      const log = { first, head, base, events };
      const game = gameIn(log);
      if (game !== null) await loadRules(game);
      if (!signal.aborted) tell({ kind: "fetched", log });
      return;
    }
    tell({ kind: "fetching", fetched: events.length, head: head - first + 1 });
  }
}

async function fetchPage(key: string, after: number, signal: AbortSignal) {
  const asked = callForReplay(key, { after, limit: LIMITS.replayPage }, signal);
  // Aborted: nobody waits for the answer any more, so any will do.
  return asked.catch((): Answer<never> => ({ ok: false, refusal: GONE }));
}

const GONE: Refusal = { code: "unavailable", message: "", retryable: true };

/** The game that a log is about, by id; null where neither its first event nor what stands before it says so. */
export function gameIn({ base, events }: Pick<ReplayLog, "base" | "events">): string | null {
  const first = events[0];
  return base?.state.game ?? (first?.type === "room-created" ? first.data.game : null);
}
