import type { Missed } from "./views.js";

/**
 * Works out which part of the log passed while a person was away. It is the part between what they held, or where the
 * server says that they left, and the head at the moment of coming back; absences add up until the person took note.
 * Somebody who is connected and shows the room nowhere is away too.
 */
export class Absence {
  #missed: Missed | null = null;
  /** Set from the moment of coming back until the join is answered. */
  #return: { held: number | null } | null = null;
  #shownUntil: number | null = null;

  get missed(): Missed | null {
    return this.#missed;
  }

  /** About to join. @param held the last number held, or null for a page that holds nothing */
  returning(held: number | null): void {
    this.#return = { held };
  }

  /**
   * The join was answered, and the log was this long.
   *
   * @param seen how far the server knows that this person has seen: where a page begins that held nothing
   */
  joined(head: number, seen: number): void {
    if (!this.#return) return;
    const after = this.#return.held ?? seen;
    this.#return = null;
    if (head > after) this.#add(after + 1, head);
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
    this.#return = null;
    this.#shownUntil = null;
  }

  dismiss(): void {
    this.#missed = null;
  }

  #add(from: number, to: number): void {
    const { missed } = this;
    this.#missed = { from: Math.min(missed?.from ?? from, from), to: Math.max(missed?.to ?? to, to) };
  }
}
