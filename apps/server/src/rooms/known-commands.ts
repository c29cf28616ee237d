import { refuse } from "@rejoin/protocol";
import { BoundedMap } from "../bounded-map.js";
import type { KnownCommand } from "../log/event-log.js";
import { actorId, type Order, type OrderOutcome, orderKey } from "./order.js";

/** How many answered commands a room remembers. The log remembers all of them. */
const KEPT = 1_024;

/** The commands of a room that are in its log, as far as this server has seen lately. */
export class KnownCommands {
  readonly #bySender = new BoundedMap<string, KnownCommand>(KEPT);

  add({ actor, commandId, commandDigest }: Omit<KnownCommand, "seq">, seq: number): void {
    this.#bySender.set(orderKey(actor, commandId), { actor, commandId, commandDigest, seq });
  }

  answer(order: Order): OrderOutcome | null {
    const known = this.#bySender.get(orderKey(actorId(order.actor), order.commandId));
    return known ? answerKnown(order, known) : null;
  }
}

/** The answer to a command whose id is in the log: the same number again, unless it asks for something else. */
export function answerKnown(order: Order, known: KnownCommand): OrderOutcome {
  if (known.commandDigest === order.commandDigest) return { ok: true, seq: known.seq };
  return {
    ok: false,
    refusal: refuse(
      "command-id-reused",
      `The command id ${order.commandId} was used for another command, recorded as event ${known.seq}.`,
    ),
  };
}
