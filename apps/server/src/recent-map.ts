/**
 * Remembers at least the last so many entries, and at most twice as many. It forgets half of them at once: to forget one after the
 * other, as `BoundedMap` does, costs a search for the oldest each time.
 */
export class RecentMap<Key, Value> {
  readonly #least: number;
  #newer = new Map<Key, Value>();
  #older = new Map<Key, Value>();

  constructor(least: number) {
    this.#least = least;
  }

  get(key: Key): Value | undefined {
    return this.#newer.get(key) ?? this.#older.get(key);
  }

  set(key: Key, value: Value): void {
    if (this.#newer.size >= this.#least) {
      this.#older = this.#newer;
      this.#newer = new Map();
    }
    this.#newer.set(key, value);
  }
}
