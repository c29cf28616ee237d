import type { RecordedEvent } from "@rejoin/protocol";
import { evolve } from "@rejoin/rules";
import type { NewEvent } from "../log/event-log.js";
import type { Decided, Doubted, OrderUnderWay } from "./order-under-way.js";
import type { Position } from "./position.js";

/**
 * What a room expects to come true: the orders that it decided and that are not committed yet, and where it will be after
 * them. It is thrown away as a whole.
 */
export class Expectation {
  #position: Position;
  #appending: readonly Decided[] = [];
  #next: Decided[] = [];
  #doubts: Doubted[] = [];

  constructor(position: Position) {
    this.#position = position;
  }

  /** Where the room will be. */
  get position(): Position {
    return this.#position;
  }

  /** Whether something was decided that no append has taken yet. */
  get hasNext(): boolean {
    return this.#next.length > 0;
  }

  accept(entry: OrderUnderWay, event: NewEvent): void {
    const head = this.#position.head + 1;
    const { at, actor } = event;
    const { type, data } = event.event;
    const recorded = { seq: head, at, actor, type, data } as RecordedEvent;
    this.#position = { head, state: evolve(this.#position.state, recorded) };
    this.#next.push({ entry, event, seq: head });
  }

  doubt(doubted: Doubted): void {
    this.#doubts.push(doubted);
  }

  /** What goes together in the next append, which leads to `position` and is under way from now on. Call it only when none is. */
  beginAppend(): readonly Decided[] {
    this.#appending = this.#next;
    this.#next = [];
    return this.#appending;
  }

  /** The append under way is committed. @returns what was in it */
  endAppend(): readonly Decided[] {
    const entries = this.#appending;
    this.#appending = [];
    return entries;
  }

  takeDoubts(): readonly Doubted[] {
    const doubts = this.#doubts;
    this.#doubts = [];
    return doubts;
  }

  /** Goes on to what others have appended. Call it only while nothing is expected. */
  follow(committed: Position): void {
    this.#position = committed;
  }

  /** Nothing is expected any more but what is committed. @returns the orders that were decided, in that order */
  drop(committed: Position): OrderUnderWay[] {
    const entries = [...this.#appending, ...this.#next, ...this.#doubts].map(({ entry }) => entry);
    this.#appending = [];
    this.#next = [];
    this.#doubts = [];
    this.#position = committed;
    return entries;
  }
}
