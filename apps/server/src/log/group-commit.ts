/** What a commit is made of, and how large it may get. */
export interface GroupCommitOptions<Item, Result> {
  /** Commits all items in one go; one result an item, in order. */
  commit: (items: readonly Item[]) => Promise<readonly Result[]>;
  /** Whether an error may be due to a single item, and not to the connection. */
  isolates: (error: unknown) => boolean;
  /** How much an item adds to a commit, at least 1. */
  weigh: (item: Item) => number;
  /** What one commit weighs at the most, but for its last item. */
  largest: number;
  /** Commits under way at the same time, at the most. */
  lanes: number;
  /** How long at the least from the beginning of one commit to that of the next, in milliseconds; 0 for as soon as can be. */
  apartMs: number;
}

/**
 * Makes many small commits into few large ones: commits begin a little apart, and what has arrived by the end of a turn of the event
 * loop goes together. So the busier the log, the larger the commits, and somebody alone goes at once.
 *
 * Order: items that arrive in order begin to be committed in order; those of different commits may end in another one, so whoever
 * adds two that belong together waits for the first. Failure: a commit that fails as a whole is tried again item by item when
 * `isolates` says that one item may be to blame, so that it cannot fail its neighbours.
 */
export class GroupCommit<Item, Result> {
  readonly #options: GroupCommitOptions<Item, Result>;
  #waiting: Waiting<Item, Result>[] = [];
  #turns: (() => void)[] = [];
  #underWay = 0;
  /** Whether one is about to begin. */
  #isComing = false;
  /** When the last one began, in milliseconds of a monotonic clock. */
  #begunAt = Number.NEGATIVE_INFINITY;

  constructor(options: GroupCommitOptions<Item, Result>) {
    this.#options = options;
  }

  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      this.#begin();
    });
  }

  /**
   * Calls back when a commit is about to begin: whoever adds an item right then is in it. So an item that can still grow is made
   * as late as can be.
   */
  turn(go: () => void): void {
    this.#turns.push(go);
    this.#begin();
  }

  #begin(): void {
    const hasRoom = this.#underWay < this.#options.lanes;
    if (!this.#isComing && hasRoom && this.#waiting.length + this.#turns.length > 0) void this.#run();
  }

  async #run(): Promise<void> {
    const batch = await this.#nextBatch();
    if (batch.length > 0) {
      this.#underWay += 1;
      this.#begunAt = performance.now();
      const settling = this.#settle(batch);
      // Another one begins meanwhile, where there is something for it.
      this.#begin();
      await settling;
      this.#underWay -= 1;
    }
    this.#begin();
  }

  async #nextBatch(): Promise<readonly Waiting<Item, Result>[]> {
    this.#isComing = true;
    try {
      const early = this.#begunAt + this.#options.apartMs - performance.now();
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
      // What comes in the same turn goes along.
      await new Promise(setImmediate);
      return this.#take();
    } finally {
      this.#isComing = false;
    }
  }

  #take(): readonly Waiting<Item, Result>[] {
    const { weigh, largest } = this.#options;
    let weight = 0;
    let count = 0;
    while (weight < largest && count < this.#waiting.length + this.#turns.length) {
      if (count === this.#waiting.length) this.#turns.shift()?.();
      const next = this.#waiting[count];
      if (!next) continue;
      weight += weigh(next.item);
      count += 1;
    }
    return this.#waiting.splice(0, count);
  }

  async #settle(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.#options.commit(batch.map(({ item }) => item));
      for (const [index, { resolve }] of batch.entries()) resolve(results[index] as Result);
    } catch (error) {
      if (batch.length === 1 || !this.#options.isolates(error)) for (const { reject } of batch) reject(error);
      else for (const one of batch) await this.#settle([one]);
    }
  }
}

interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}
