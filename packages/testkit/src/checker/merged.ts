/** Something of a time, and which source it came from. */
export interface Sourced<Item> {
  item: Item;
  source: number;
}

/** Passes the items of several sources in the order of their time. Each source is in that order already, and is kept to. */
export function* merged<Item extends { at: number }>(
  sources: readonly Iterable<Item>[],
): Generator<Sourced<Item>> {
  const heads = sources.map((items, source) => ({
    items: items[Symbol.iterator](),
    source,
    item: undefined as Item | undefined,
  }));
  for (const head of heads) head.item = next(head.items);
  for (;;) {
    let first: (typeof heads)[number] | undefined;
    for (const head of heads) if (head.item && (!first?.item || head.item.at < first.item.at)) first = head;
    if (!first?.item) return;
    yield { item: first.item, source: first.source };
    first.item = next(first.items);
  }
}

function next<Item>(items: Iterator<Item>): Item | undefined {
  const result = items.next();
  return result.done ? undefined : result.value;
}
