import type { RoomId } from "@rejoin/protocol";
import type { Asking, Passing } from "../tapped-wire.js";
import { payloadOf } from "./describe-passing.js";
import type { Gap } from "./lab-view.js";

type Change = Omit<Gap, "id" | "at">;

/**
 * Sees when the client finds that it lacks something, by what it says itself: it asks to catch up, and is answered that
 * there is more. What gets through after that is what fills the gap.
 */
export class GapWatch {
  readonly #open = new Map<RoomId, { from: number; to: number }>();

  /** @returns what this packet, which gets through, changes */
  passed(passing: Passing): Change | null {
    const { room, head, events, seq } = payloadOf(passing);
    if (passing.kind === "answer") return head === undefined ? null : this.#answered(passing.to, head);
    if (passing.kind !== "packet" || !room) return null;
    return this.#delivered(room, events?.at(-1)?.seq ?? seq ?? 0);
  }

  #answered(asking: Asking, head: number): Change | null {
    const { room, after } = payloadOf(asking);
    const isCatchUp = asking.name === "room:catch-up" && room && after;
    if (!isCatchUp || after.seq >= head || this.#open.has(room)) return null;
    const gap = { from: after.seq + 1, to: head };
    this.#open.set(room, gap);
    return { kind: "gap", room, ...gap };
  }

  #delivered(room: RoomId, last: number): Change | null {
    const gap = this.#open.get(room);
    if (!gap || last < gap.to) return null;
    this.#open.delete(room);
    return { kind: "filled", room, ...gap };
  }
}
