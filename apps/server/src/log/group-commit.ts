/**
 * Makes many small commits into few large ones. While one commit is under way everything that arrives waits, and then
 * goes together: the busier the log, the larger the batch, and nobody waits for a timer.
 *
 * Order: items of one caller that arrive in order are committed in order. Failure: a batch that fails as a whole is
 * tried again item by item when `isolates` says that one item may be to blame, so that it cannot fail its neighbours.
 */
export class GroupCommit<Item, Result> {
  #waiting: Waiting<Item, Result>[] = [];
  #turns: (() => void)[] = [];
  #busy = false;
  readonly #commit: (items: readonly Item[]) => Promise<readonly Result[]>;
  readonly #isolates: (error: unknown) => boolean;
  readonly #largest: number;

  /**
   * @param options.commit commits all items in one go; one result an item, in order
   * @param options.isolates whether an error may be due to a single item, and not to the connection
   * @param options.largest items in one commit at the most
   */
  constructor(options: {
    commit: (items: readonly Item[]) => Promise<readonly Result[]>;
    isolates: (error: unknown) => boolean;
    largest: number;
  }) {
    this.#commit = options.commit;
    this.#isolates = options.isolates;
    this.#largest = options.largest;
  }

  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      if (!this.#busy) void this.#run();
    });
  }

  /**
   * Resolves when the next commit is about to begin: whoever adds an item at once, before anything else is awaited, is in it.
   * So an item that can still grow is made as late as can be.
   */
  turn(): Promise<void> {
    return new Promise((resolve) => {
      this.#turns.push(resolve);
      if (!this.#busy) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#busy = true;
    while (this.#waiting.length + this.#turns.length > 0) {
      // One turn of the event loop, so that everything the last results set off can join this batch.
      await new Promise(setImmediate);
      for (const go of this.#turns.splice(0)) go();
      // Ticks come after promises: by then those whose turn it was have added theirs.
      await new Promise<void>((resolve) => process.nextTick(resolve));
      if (this.#waiting.length > 0) await this.#settle(this.#waiting.splice(0, this.#largest));
    }
    this.#busy = false;
  }

  async #settle(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.#commit(batch.map(({ item }) => item));
      for (const [index, { resolve }] of batch.entries()) resolve(results[index] as Result);
    } catch (error) {
      if (batch.length === 1 || !this.#isolates(error)) for (const { reject } of batch) reject(error);
      else for (const one of batch) await this.#settle([one]);
    }
  }
}

interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}
