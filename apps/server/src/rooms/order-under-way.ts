import { type Refusal, refuse } from "@rejoin/protocol";
import type { NewEvent } from "../log/event-log.js";
import { actorId, type Order, type OrderOutcome } from "./order.js";
import type { Position } from "./position.js";

/** An order on its way through the room. */
export interface Entry {
  order: Order;
  answer: (outcome: OrderOutcome) => void;
}
/** The first order of its id that has no answer yet. */
export interface UnderWay {
  commandDigest: string;
  outcome: Promise<OrderOutcome>;
}
/**
 * Puts an order on its way.
 *
 * @param answered called when it has its outcome, before anybody hears it
 */
export function begin(order: Order, answered: () => void): { entry: Entry; outcome: Promise<OrderOutcome> } {
  let resolve: Entry["answer"] = () => undefined;
  const outcome = new Promise<OrderOutcome>((heard) => {
    resolve = heard;
  });
  const answer = (how: OrderOutcome): void => {
    answered();
    resolve(how);
  };
  return { entry: { order, answer }, outcome };
}
/** Accepted on the expected position; its event is not committed yet. */
export interface Decided extends Entry {
  event: NewEvent;
  after: Position;
}
/** Refused on the expected position, which is not committed yet. */
export interface Doubted extends Entry {
  refusal: Refusal;
  head: number;
  /** How many times by then the room had found in its log what others had appended. */
  surprises: number;
}

/** The part of a new event that comes from its order, whatever the event: who asked, under which id. */
export function numbered(order: Order): Omit<NewEvent, "at" | "event"> {
  return { actor: actorId(order.actor), commandId: order.commandId, commandDigest: order.commandDigest };
}

/** The log did not say whether it was recorded. */
export function unavailable(): OrderOutcome {
  const refusal = refuse(
    "unavailable",
    "It is not certain whether this was recorded. Ask again with the same command id.",
    500,
  );
  return { ok: false, refusal };
}
