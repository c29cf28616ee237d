import { due, type RoomState } from "@rejoin/rules";

/** Clocks of servers may differ by so much, in milliseconds: for another one, a time so near may have come already. */
const CLOCKS_DIFFER_MS = 10_000;

/**
 * When the log says that a room must be awake again. Storing it costs an index entry, so it is stored only when the room
 * must wake earlier than stored; waking too early costs one look.
 */
export class WakeTime {
  #stored: number | null = null;

  /** @returns what to store (milliseconds since 1970; null for never), or undefined for nothing */
  change(state: RoomState, now: number): number | null | undefined {
    const at = due(state)?.at ?? null;
    if (at === null) return null;
    const stillGood = this.#stored !== null && this.#stored > now + CLOCKS_DIFFER_MS && this.#stored <= at;
    return stillGood ? undefined : at;
  }

  stored(change: number | null | undefined): void {
    if (change !== undefined) this.#stored = change;
  }
}
