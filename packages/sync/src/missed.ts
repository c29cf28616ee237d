import type { Missed } from "./views.js";

/**
 * Works out which part of the log passed while a person was away. It is the part between what they held, or where the
 * server says that they left, and the head at the moment of coming back; absences add up until the person took note.
 * Somebody who is connected and shows the room nowhere is away too.
 */
export class Absence {
  #missed: Missed | null = null;
  #after: number | null = null;
  #head: number | null = null;
  #shownUntil: number | null = null;

  get missed(): Missed | null {
    return this.#missed;
  }

  /** About to join. @param held the last number held, or null for a page that holds nothing */
  returning(held: number | null): void {
    this.#after = held;
    this.#head = null;
  }

  /** The join was answered, and the log was this long. */
  joined(head: number): void {
    this.#head = head;
    this.#extend();
  }

  /** A page that held nothing was given the state where its person had left. */
  resumedFrom(seq: number): void {
    this.#after ??= seq;
    this.#extend();
  }

  /** The room is shown nowhere any more. @param seen the last number that was seen */
  hidden(seen: number): void {
    this.#shownUntil = seen;
  }

  /** The room is shown again. @param held the last number held by now */
  shown(held: number): void {
    if (this.#shownUntil !== null && held > this.#shownUntil) this.#add(this.#shownUntil + 1, held);
    this.#shownUntil = null;
  }

  /** The log was replaced: earlier numbers mean nothing any more. */
  restarted(): void {
    this.#missed = null;
    this.#after = null;
    this.#shownUntil = null;
  }

  dismiss(): void {
    this.#missed = null;
  }

  // The answer to the join and the snapshot may come in either order.
  #extend(): void {
    if (this.#after === null || this.#head === null || this.#head <= this.#after) return;
    this.#add(this.#after + 1, this.#head);
    this.#after = null;
  }

  #add(from: number, to: number): void {
    const { missed } = this;
    this.#missed = { from: Math.min(missed?.from ?? from, from), to: Math.max(missed?.to ?? to, to) };
  }
}
