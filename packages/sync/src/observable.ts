/** A value that changes: read it, and hear of each change. The shape that React's `useSyncExternalStore` takes. */
export interface Observable<Value> {
  /** The value now. The same reference until it changes. */
  get(): Value;
  /** Calls `listener` after each change. @returns how to stop */
  subscribe(listener: () => void): () => void;
}

/** An observable whose owner sets it. */
export class Variable<Value> implements Observable<Value> {
  #value: Value;
  readonly #listeners = new Set<() => void>();

  constructor(value: Value) {
    this.#value = value;
  }

  get(): Value {
    return this.#value;
  }

  set(value: Value): void {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    for (const listener of [...this.#listeners]) listener();
  }

  update(change: (value: Value) => Value): void {
    this.set(change(this.#value));
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
