/** How coarse the Date header of an answer is, in milliseconds. */
const HEADER_STEP = 1_000;

/**
 * The time by the server's clock, which a device's own may be far from. Every answer and every event narrows down how far
 * they are apart: an answer was written between being asked for and being read, and an event was recorded before it was
 * heard of. Times are milliseconds since 1970.
 */
export class ServerTime {
  /** The least and the most that this device is ahead of the server. */
  #least = Number.NEGATIVE_INFINITY;
  #most = Number.POSITIVE_INFINITY;

  /** @param header the Date header, which says a whole second that had begun */
  answered(header: string | null, askedAt: number, answeredAt: number): void {
    const second = Date.parse(header ?? "");
    if (Number.isNaN(second)) return;
    this.#narrow(askedAt - second - HEADER_STEP, answeredAt - second);
  }

  heard(recordedAt: number, heardAt: number): void {
    this.#narrow(Number.NEGATIVE_INFINITY, heardAt - recordedAt);
  }

  /** @param local the time by this device's clock */
  at(local: number): number {
    if (this.#most === Number.POSITIVE_INFINITY) return local;
    const ahead =
      this.#least === Number.NEGATIVE_INFINITY ? Math.min(0, this.#most) : (this.#least + this.#most) / 2;
    return local - ahead;
  }

  /** Bounds that contradict what was known mean that one of the clocks was set: what was known is worth nothing then. */
  #narrow(least: number, most: number): void {
    const [tighterLeast, tighterMost] = [Math.max(this.#least, least), Math.min(this.#most, most)];
    const agree = tighterLeast <= tighterMost;
    this.#least = agree ? tighterLeast : least;
    this.#most = agree ? tighterMost : most;
  }
}

export const serverTime = new ServerTime();

/** Now, by the server's clock. */
export function serverNow(): number {
  return serverTime.at(Date.now());
}
