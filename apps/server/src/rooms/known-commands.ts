import { refuse } from "@rejoin/protocol";
import type { KnownCommand } from "../log/event-log.js";
import { RecentMap } from "../recent-map.js";
import type { Order, OrderOutcome } from "./order.js";

/** How many answered commands a room remembers at the least. The log remembers all of them. */
const KEPT = 512;

/** The commands of a room that are in its log, as far as this server has seen lately. */
export class KnownCommands {
  /** By what the order is known by. */
  readonly #recorded = new RecentMap<string, Recorded>(KEPT);

  add({ key, commandDigest }: Pick<Order, "key" | "commandDigest">, seq: number): void {
    this.#recorded.set(key, { commandDigest, seq });
  }

  answer(order: Order): OrderOutcome | null {
    const known = this.#recorded.get(order.key);
    return known ? answerKnown(order, known) : null;
  }
}

type Recorded = Pick<KnownCommand, "commandDigest" | "seq">;

/** The answer to a command whose id is in the log: the same number again, unless it asks for something else. */
export function answerKnown(order: Order, known: Recorded): OrderOutcome {
  if (known.commandDigest === order.commandDigest) return { ok: true, seq: known.seq };
  return {
    ok: false,
    refusal: refuse(
      "command-id-reused",
      `The command id ${order.commandId} was used for another command, recorded as event ${known.seq}.`,
    ),
  };
}
