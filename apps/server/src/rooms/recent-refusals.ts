import type { Refusal } from "@rejoin/protocol";
import { BoundedMap } from "../bounded-map.js";
import type { Order } from "./order.js";

/** How many refused commands a room remembers. */
const KEPT = 256;

/**
 * The commands that a room has refused lately. Who did not hear the refusal asks again with the same id, and must not be told
 * another thing then: the first answer may only be late. What is remembered is the reason; whether the command is in the log
 * after all, by way of another server, has still to be looked up.
 */
export class RecentRefusals {
  readonly #byOrder = new BoundedMap<string, Refusal>(KEPT);

  add(order: Order, refusal: Refusal): void {
    this.#byOrder.set(keyOf(order), refusal);
  }

  of(order: Order): Refusal | undefined {
    // Mostly nothing was refused, and what there is to look for need not be put together.
    return this.#byOrder.size === 0 ? undefined : this.#byOrder.get(keyOf(order));
  }
}

function keyOf({ key, commandDigest }: Order): string {
  return `${key} ${commandDigest}`;
}
