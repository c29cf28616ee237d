import { refuse } from "@rejoin/protocol";
import type { KnownCommand } from "../log/event-log.js";
import { RecentMap } from "../recent-map.js";
import { actorId, type Order, type OrderOutcome } from "./order.js";

/** How many answered commands a room remembers at the least. The log remembers all of them. */
const KEPT = 512;

/**
 * The commands of a room that are in its log, as far as this server has seen lately. Should two players use the same id, the
 * one whose command came last is remembered: the log knows the other's too.
 */
export class KnownCommands {
  /** By their ids alone, which the events that are kept have as well: names put together would be kept only for this. */
  readonly #recorded = new RecentMap<string, KnownCommand>(KEPT);

  add(command: KnownCommand): void {
    this.#recorded.set(command.commandId, command);
  }

  answer(order: Order): OrderOutcome | null {
    const known = this.#recorded.get(order.commandId);
    return known?.actor === actorId(order.actor) ? answerKnown(order, known) : null;
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
