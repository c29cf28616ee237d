import DataLoader from "dataloader";

/** Rows in one question at the most. */
const AT_ONCE = 500;

/**
 * Asks one question for all that is looked up at the same time: all of one turn of the event loop, and, while a question is
 * under way, all that comes until it is answered. So a crowd that comes back at once is let in by few questions, the fewer
 * the larger it is. Nothing is remembered, and whoever looks something up is answered by a question that began afterwards.
 *
 * @param find finds what belongs to each key, under the name that `nameOf` gives it
 */
export function lookUpTogether<Key, Found>(
  find: (keys: readonly Key[]) => Promise<ReadonlyMap<string, Found>>,
  nameOf: (key: Key) => string,
): (key: Key) => Promise<Found | null> {
  const turns = new Turns();
  const loader = new DataLoader<Key, Found | null>(
    async (keys) => {
      const found = await find(keys).finally(() => turns.end());
      return keys.map((key) => found.get(nameOf(key)) ?? null);
    },
    { cache: false, maxBatchSize: AT_ONCE, batchScheduleFn: (ask) => turns.wait(ask) },
  );
  return (key) => loader.load(key);
}

/** Lets one after the other go, each at the end of a turn of the event loop. */
class Turns {
  readonly #waiting: (() => void)[] = [];
  #isBusy = false;

  wait(go: () => void): void {
    this.#waiting.push(go);
    if (!this.#isBusy) this.#next();
  }

  /** Whoever went has come to an end. */
  end(): void {
    this.#isBusy = false;
    this.#next();
  }

  #next(): void {
    const go = this.#waiting.shift();
    if (!go) return;
    this.#isBusy = true;
    setImmediate(go);
  }
}
