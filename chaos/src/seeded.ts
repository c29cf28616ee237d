/** Chance that comes again with the same seed. */
export class Seeded {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** @returns from 0 up to, not including, 1 */
  readonly next = (): number => {
    // Mulberry32: 32 bits of state, every seed a sequence of its own.
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };

  /** Whether something happens that does so `share` of the time. */
  chance(share: number): boolean {
    return this.next() < share;
  }

  /** @returns a whole number, both ends included */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** @throws for a list with nothing in it */
  pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new Error("There is nothing to pick from.");
    return item;
  }

  /** One of them, each as often as its weight says. */
  pickWeighted<Item extends { weight: number }>(items: readonly Item[]): Item {
    let left = this.next() * items.reduce((sum, { weight }) => sum + weight, 0);
    for (const item of items) {
      left -= item.weight;
      if (left < 0) return item;
    }
    return this.pick(items);
  }

  /** A sequence of its own for a part of the run, which does not depend on how much the others draw. */
  fork(part: string): Seeded {
    let seed = this.#state ^ 0x9e37_79b9;
    for (const unit of part) seed = Math.imul(seed ^ (unit.codePointAt(0) ?? 0), 0x0100_0193);
    return new Seeded(seed);
  }
}
