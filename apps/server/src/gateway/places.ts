/**
 * So many at once and no more: whoever comes later waits, in the order of arrival. It bounds what a crowd that comes back
 * at the same moment takes of the database and of the memory.
 *
 * Whoever has left meanwhile finds that out when its turn comes, and gives its place to the next at once.
 */
export class Places {
  readonly #atOnce: number;
  readonly #waitingAtMost: number;
  readonly #waiting: (() => void)[] = [];
  #taken = 0;

  /** @param waitingAtMost with so many waiting it is full, and whoever can be sent away should be */
  constructor(atOnce: number, waitingAtMost: number) {
    this.#atOnce = atOnce;
    this.#waitingAtMost = waitingAtMost;
  }

  get isFull(): boolean {
    return this.#waiting.length >= this.#waitingAtMost;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** Waits for a place, and holds it until `work` has settled. Never wait in it for another place, nor for a client. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    await this.#enter();
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  #enter(): Promise<void> {
    if (this.#taken < this.#atOnce) {
      this.#taken += 1;
      return Promise.resolve();
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** The place goes to the next in the queue: nobody who comes meanwhile can take it. */
  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#taken -= 1;
  }
}
