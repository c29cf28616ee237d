import { type Refusal, type RoomEvent, refuse } from "@rejoin/protocol";
import type { NewEvent } from "../log/event-log.js";
import { actorId, type Order, type OrderOutcome } from "./order.js";

/** Hears how an order ended, once. */
export type Hearer = (outcome: OrderOutcome) => void;

/** An order on its way through its room: the first of its id that has no answer yet. */
export class OrderUnderWay {
  readonly order: Order;
  readonly #among: Map<string, OrderUnderWay>;
  readonly #hearer: Hearer;
  #others: Hearer[] | undefined;

  /** @param among all that are under way in the room, by what they are known by */
  constructor(order: Order, hearer: Hearer, among: Map<string, OrderUnderWay>) {
    this.order = order;
    this.#hearer = hearer;
    this.#among = among;
    among.set(order.key, this);
  }

  /** Somebody else waits for the same. */
  alsoHeardBy(hearer: Hearer): void {
    this.#others ??= [];
    this.#others.push(hearer);
  }

  /** It was never given: nobody hears of it. */
  withdraw(): void {
    this.#among.delete(this.order.key);
  }

  /** It has its outcome: it is no longer under way, and everybody who waits for it hears that. */
  answer(outcome: OrderOutcome): void {
    this.#among.delete(this.order.key);
    this.#hearer(outcome);
    for (const hear of this.#others ?? []) hear(outcome);
  }
}

/** Accepted on the expected position; its event is not committed yet. */
export interface Decided {
  entry: OrderUnderWay;
  event: NewEvent;
  /** The number that it will have. */
  seq: number;
}
/** Refused on the expected position, which is not committed yet. */
export interface Doubted {
  entry: OrderUnderWay;
  refusal: Refusal;
  head: number;
  /** How many times by then the room had found in its log what others had appended. */
  surprises: number;
}

/** The event that an order became. @param at when it was decided, in milliseconds since 1970 */
export function newEvent({ actor, commandId, commandDigest }: Order, at: number, event: RoomEvent): NewEvent {
  return { actor: actorId(actor), commandId, commandDigest, at, event };
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
