import type { RoomId } from "@rejoin/protocol";
import type { Passing } from "../tapped-wire.js";

/** What the lab tells of any payload: these fields are all that it looks at. */
interface Payload {
  room?: RoomId;
  after?: { seq: number };
  seq?: number;
  head?: number;
  heads?: Record<RoomId, number>;
  events?: readonly { seq: number }[];
}

export function payloadOf(passing: Passing): Payload {
  return passing.kind === "opened" ? {} : (passing.payload as Payload);
}

/** The numbers of a packet, as short as they can be told. */
export function numbersOf(passing: Passing): string {
  const { after, seq, head, heads, events } = payloadOf(passing);
  if (events) return range(events[0]?.seq ?? 0, events.at(-1)?.seq ?? 0);
  if (heads) return Object.values(heads).join(", ");
  if (after) return `> ${after.seq}`;
  if (seq !== undefined) return String(seq);
  return head === undefined ? "" : `≤ ${head}`;
}

/** The size of a packet's payload as JSON, in bytes. */
export function bytesOf(passing: Passing): number {
  if (passing.kind === "opened" || passing.kind === "received") return 0;
  return new TextEncoder().encode(JSON.stringify(passing.payload)).length;
}

function range(from: number, to: number): string {
  return from === to ? String(from) : `${from}–${to}`;
}
