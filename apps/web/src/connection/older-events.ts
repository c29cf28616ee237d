import { LIMITS, type RecordedEvent, type ReplayAnswer } from "@rejoin/protocol";
import type { RoomState } from "@rejoin/rules/room";
import type { RoomView } from "@rejoin/sync";
import { startTransition, useEffect, useMemo, useRef, useState } from "react";
import type { Start } from "../time/timeline";
import { callForReplay } from "./replay-page";

/** What came before the part of the log that the sync client holds. */
export interface OlderEvents {
  /** Contiguous, and ending right before the held part. */
  events: readonly RecordedEvent[];
  /** The room right before the first of them, where that is the oldest that is kept; null while it is not known. */
  start: Start | null;
  more: boolean;
  loading: boolean;
  /** The last try brought nothing. `load` tries again. */
  failed: boolean;
  /** Asks for the page before what is held; does nothing while one is on its way. */
  load: () => void;
}

interface Held {
  key: string;
  events: readonly RecordedEvent[];
  start: Start | null;
  /** The oldest number that there is. */
  oldest: number;
}

const NONE: Omit<Held, "key"> = { events: [], start: null, oldest: 1 };

/** Loads the log before the held part over HTTP, page by page from the newest; the first page by itself. */
export function useOlderEvents({ room, epoch, base }: RoomView): OlderEvents {
  const end = base?.seq ?? 0;
  const key = `${room} ${epoch} ${end}`;
  const [held, setHeld] = useState<Held>({ key, ...NONE });
  const [loading, setLoading] = useState(false);
  const [failed, setFailed] = useState(false);
  const { events, start, oldest } = held.key === key ? held : NONE;
  const first = events[0]?.seq ?? end + 1;
  const underWay = useRef<AbortController | null>(null);
  // What came may be drawn much later, and the next page must not be the same one again.
  const fetched = useRef(held);

  const load = async (): Promise<void> => {
    const before = fetched.current.events[0]?.seq ?? end + 1;
    if (underWay.current || before <= fetched.current.oldest) return;
    const mine = new AbortController();
    underWay.current = mine;
    // All of a table is drawn anew by these: a little at a time, so that the page answers meanwhile.
    startTransition(() => setLoading(true));
    const page = await loadBefore(room ?? "", before, mine.signal).catch(() => null);
    if (mine.signal.aborted) return;
    underWay.current = null;
    if (page) fetched.current = { ...page, key, events: [...page.events, ...fetched.current.events] };
    startTransition(() => {
      setLoading(false);
      setFailed(page === null);
      setHeld(fetched.current);
    });
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the first page is asked for once for each held part
  useEffect(() => {
    fetched.current = { key, ...NONE };
    if (end > 0) void load();
    return () => {
      underWay.current?.abort();
      underWay.current = null;
    };
  }, [key]);

  const latest = useRef(load);
  latest.current = load;
  return useMemo(
    () => ({ events, start, more: first > oldest, loading, failed, load: () => void latest.current() }),
    [events, start, first, oldest, loading, failed],
  );
}

/** @returns null where it cannot be had now */
async function loadBefore(room: string, seq: number, signal: AbortSignal): Promise<Omit<Held, "key"> | null> {
  const limit = Math.min(LIMITS.replayPage, seq - 1);
  const after = seq - 1 - limit;
  const answer = await callForReplay(room, { after, limit }, signal);
  if (!answer.ok) return null;
  const { first: oldest } = answer.value;
  const events = answer.value.events.filter((event) => event.seq < seq);
  // Only what joins on without a hole is of use; a shorter page would leave one.
  const joinsOn = events.at(-1)?.seq === seq - 1 || oldest >= seq;
  return joinsOn ? { events, start: startOf({ ...answer.value, events }), oldest } : null;
}

function startOf({ first, base, events }: ReplayAnswer): Start | null {
  if (events[0]?.seq !== first) return null;
  if (first === 1) return { seq: 0, state: null };
  // The state is the server's own, of the same protocol version.
  return base ? { seq: base.seq, state: base.state as RoomState } : null;
}
