import DataLoader from "dataloader";

/** Rows in one question at the most. */
const AT_ONCE = 500;

/**
 * Asks one question for all that is looked up in the same turn of the event loop: a crowd that comes back at once is let in
 * by few of them. Nothing is remembered.
 *
 * @param find finds what belongs to each key, under the name that `nameOf` gives it
 */
export function lookUpTogether<Key, Found>(
  find: (keys: readonly Key[]) => Promise<ReadonlyMap<string, Found>>,
  nameOf: (key: Key) => string,
): (key: Key) => Promise<Found | null> {
  const loader = new DataLoader<Key, Found | null>(
    async (keys) => {
      const found = await find(keys);
      return keys.map((key) => found.get(nameOf(key)) ?? null);
    },
    { cache: false, maxBatchSize: AT_ONCE, batchScheduleFn: setImmediate },
  );
  return (key) => loader.load(key);
}
