/** A map of at most so many entries: one more, and the oldest is forgotten. Delete a key first to have it count as new. */
export class BoundedMap<Key, Value> extends Map<Key, Value> {
  readonly #most: number;

  constructor(most: number) {
    super();
    this.#most = most;
  }

  override set(key: Key, value: Value): this {
    super.set(key, value);
    if (this.size > this.#most) this.#forgetOldest();
    return this;
  }

  #forgetOldest(): void {
    const { value } = this.keys().next();
    if (value !== undefined) this.delete(value);
  }
}
