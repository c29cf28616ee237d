import type { RecordedEvent } from "@rejoin/protocol";
import type { NewEvent } from "./event-log.js";
import type { Recorded } from "./recorded.js";

/** Gives an event that was just committed its place. Call it with nothing else. */
export function mint(seq: number, { actor, at, commandId, event }: NewEvent): Recorded {
  const { type, data } = event;
  return { seq, at, actor, commandId, type, data } as RecordedEvent as Recorded;
}

/** An event as it is stored. */
export interface StoredEvent {
  seq: number;
  actor: string;
  commandId: string;
  type: string;
  data: unknown;
  /** Milliseconds since 1970. */
  at: number;
}

export function mintStored({ seq, at, actor, commandId, type, data }: StoredEvent): Recorded {
  return { seq, at, actor, commandId, type, data } as RecordedEvent as Recorded;
}
