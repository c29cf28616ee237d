import type { RoomId } from "@rejoin/protocol";
import { evolve, type RoomState, STATE_VERSION } from "@rejoin/rules";
import { type EventLog, LogUnavailable } from "../log/event-log.js";
import type { Recorded } from "../log/recorded.js";
import type { Position } from "./position.js";

const PAGE = 1_000;

/** A log as it was loaded. */
export interface LoadedLog {
  epoch: string;
  /** The oldest number that is kept. */
  first: number;
  position: Position;
  /** Its newest events, as far as they were read. */
  recent: readonly Recorded[];
  /** How many events were read: those above the newest snapshot. */
  read: number;
}

/** What a number of a log can be at the most. */
const LARGEST_SEQ = 2_147_483_647;

/**
 * Reads a log from its newest snapshot on, or from its beginning where there is none. Rejects with `LogUnavailable`, also
 * where the log was trimmed and no snapshot of this version of the rules stands for what is gone.
 *
 * @returns null where there is no such room
 */
export async function loadLog(log: EventLog, id: RoomId): Promise<LoadedLog | null> {
  // It may be trimmed between reading a snapshot and reading on from it; then there is a newer snapshot.
  for (let tries = 0; tries < 2; tries += 1) {
    const loaded = await fold(log, id, LARGEST_SEQ);
    if (loaded !== "trimmed") return loaded;
  }
  throw new LogUnavailable(
    `the log of room ${id} was trimmed, and has no snapshot of version ${STATE_VERSION}`,
  );
}

/** The state of a room at an earlier number of its log, or null where it cannot be had any more. Rejects with `LogUnavailable`. */
export async function stateAt(log: EventLog, id: RoomId, seq: number): Promise<RoomState | null> {
  const loaded = await fold(log, id, seq);
  if (loaded === null || loaded === "trimmed") return null;
  return loaded.position.head === seq ? loaded.position.state : null;
}

async function fold(log: EventLog, id: RoomId, until: number): Promise<LoadedLog | "trimmed" | null> {
  const snapshot = await log.newestSnapshot(id, until, STATE_VERSION);
  let head = snapshot?.seq ?? 0;
  let state: RoomState | null = snapshot?.state ?? null;
  let recent: readonly Recorded[] = [];
  for (let read = 0; ; ) {
    const page = await log.read(id, head, Math.min(PAGE, until - head));
    if (!page) return null;
    if (page.first > head + 1) return "trimmed";
    state = page.events.reduce<RoomState | null>(evolve, state);
    read += page.events.length;
    if (page.events.length > 0) recent = page.events;
    head = page.events.at(-1)?.seq ?? head;
    if (head >= Math.min(until, page.head) || page.events.length === 0)
      return state && { epoch: page.epoch, first: page.first, position: { head, state }, recent, read };
  }
}
