import type { Cursor, RecordedEvent, ServerPayload } from "@rejoin/protocol";
import { evolve, type RoomState } from "@rejoin/rules/room";

/**
 * A client's copy of one room's log, as a value. What is applied is contiguous: base + 1, base + 2, … (G5). An event with
 * a later number than the next one waits in `ahead`, bounded, until the hole before it is filled; nothing is ever skipped.
 * Neither `seq` nor `head` falls, except by a snapshot of another epoch (G9).
 */
export interface Replica {
  /** Which life of the log; null before anything was heard. */
  readonly epoch: string | null;
  /** The snapshot that `events` begin after; null where they begin with the room's first event. */
  readonly base: { readonly seq: number; readonly state: RoomState } | null;
  readonly events: readonly RecordedEvent[];
  /** The fold of base and events, or null while nothing is held. */
  readonly state: RoomState | null;
  readonly seq: number;
  /** The highest number that was heard of. */
  readonly head: number;
  readonly ahead: readonly RecordedEvent[];
}

/** What became of something heard: the replica after it, what it applied, and whether the rest must be asked for. */
export interface Hearing {
  replica: Replica;
  applied: readonly RecordedEvent[];
  next: "nothing" | "ask";
}

export const EMPTY_REPLICA: Replica = {
  epoch: null,
  base: null,
  events: [],
  state: null,
  seq: 0,
  head: 0,
  ahead: [],
};

/** Beyond this many events the oldest are folded into the base, a good part at a time so that it stays rare. */
export const MOST_EVENTS = 10_000;
const FOLDED_AT_ONCE = 2_000;
const MOST_AHEAD = 500;

/** How much is held, as the server wants to hear it; null while nothing is. */
export function cursorOf({ epoch, seq, state }: Replica): Cursor | null {
  return epoch === null || state === null ? null : { epoch, seq };
}

/** @throws what `evolve` throws, for an event that this version of the rules does not know; the replica is unchanged */
export function applyEvents(
  replica: Replica,
  { epoch, events }: Pick<ServerPayload<"room:events">, "epoch" | "events">,
): Hearing {
  const known = inEpoch(replica, epoch);
  return known ? advance(known, events) : { replica, applied: [], next: "ask" };
}

/** @throws as `applyEvents` */
export function applySnapshot(
  replica: Replica,
  { epoch, seq, state }: Pick<ServerPayload<"room:snapshot">, "epoch" | "seq" | "state">,
): Hearing {
  const known = inEpoch(replica, epoch);
  if (known?.state && seq <= known.seq) return advance(known, []);
  // The state is the server's own, of the same protocol version: there is no schema for what each game keeps.
  const base = { seq, state: state as RoomState };
  const { head, ahead } = known ?? EMPTY_REPLICA;
  return advance({ epoch, base, events: [], state: base.state, seq, head: Math.max(head, seq), ahead }, []);
}

/** Hears how long the log is, from an answer or a beacon. @param epoch null where the teller does not say (a beacon) */
export function hearHead(replica: Replica, epoch: string | null, head: number): Hearing {
  const known = epoch === null ? replica : inEpoch(replica, epoch);
  return known
    ? advance(head > known.head ? { ...known, head } : known, [])
    : { replica, applied: [], next: "ask" };
}

// While nothing is held, the epoch last heard of is the one to believe. Null: it is not the epoch of what is held.
function inEpoch(replica: Replica, epoch: string): Replica | null {
  if (replica.epoch === epoch) return replica;
  return replica.state === null ? { ...EMPTY_REPLICA, epoch } : null;
}

function advance(replica: Replica, events: readonly RecordedEvent[]): Hearing {
  const { applied, ahead } = contiguous(replica, events);
  const changed = applied.length > 0 || ahead.length !== replica.ahead.length;
  const grown = changed ? trim(append(replica, applied, ahead)) : replica;
  const head = Math.max(grown.head, grown.seq, events.at(-1)?.seq ?? 0);
  const advanced = head === grown.head ? grown : { ...grown, head };
  return { replica: advanced, applied, next: advanced.head > advanced.seq ? "ask" : "nothing" };
}

function contiguous(
  replica: Replica,
  events: readonly RecordedEvent[],
): { applied: RecordedEvent[]; ahead: RecordedEvent[] } {
  const applied: RecordedEvent[] = [];
  const ahead = new Map<number, RecordedEvent>();
  let seq = replica.seq;
  for (const event of [...replica.ahead, ...events].sort((one, other) => one.seq - other.seq)) {
    if (event.seq === seq + 1) {
      applied.push(event);
      seq = event.seq;
    } else if (event.seq > seq && ahead.size < MOST_AHEAD) {
      ahead.set(event.seq, event);
    }
  }
  return { applied, ahead: [...ahead.values()] };
}

function append(replica: Replica, applied: RecordedEvent[], ahead: RecordedEvent[]): Replica {
  return {
    ...replica,
    events: applied.length > 0 ? [...replica.events, ...applied] : replica.events,
    state: fold(replica.state, applied),
    seq: replica.seq + applied.length,
    ahead,
  };
}

function trim(replica: Replica): Replica {
  const { base, events } = replica;
  if (events.length <= MOST_EVENTS) return replica;
  const folded = events.slice(0, events.length - MOST_EVENTS + FOLDED_AT_ONCE);
  const state = fold(base?.state ?? null, folded);
  if (!state) return replica;
  const seq = (base?.seq ?? 0) + folded.length;
  return { ...replica, base: { seq, state }, events: events.slice(folded.length) };
}

function fold(state: RoomState | null, events: readonly RecordedEvent[]): RoomState | null {
  return events.reduce<RoomState | null>((folded, event) => evolve(folded, event), state);
}
