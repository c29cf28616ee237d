import type { PlayerId } from "@rejoin/protocol";

const WINDOW_MS = 1_000;

/**
 * How many messages each player has sent in this second. The library that counts everything else answers with a promise, which is
 * felt where it is asked for every message.
 */
export class MessageCounts {
  readonly #most: number;
  readonly #now: () => number;
  readonly #counts = new Map<PlayerId, number>();
  #endsAt = 0;

  /**
   * @param most messages that a player may send in a second
   * @param now milliseconds of a monotonic clock
   */
  constructor(most: number, now = () => performance.now()) {
    this.#most = most;
    this.#now = now;
  }

  /** Counts a message. @returns 0 where it was not too much; else after how many milliseconds it would not be */
  add(player: PlayerId): number {
    const now = this.#now();
    if (now >= this.#endsAt) {
      this.#counts.clear();
      this.#endsAt = now + WINDOW_MS;
    }
    const count = (this.#counts.get(player) ?? 0) + 1;
    this.#counts.set(player, count);
    return count > this.#most ? Math.ceil(this.#endsAt - now) : 0;
  }
}
