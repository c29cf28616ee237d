/** A part of the database, which can be copied. */
interface Part {
  /** @returns how to put the copy back, any number of times */
  copy(): () => unknown;
}

/** The database as an operator sees it: all of it is copied at once, and all of it is restored at once. */
export class CopiedDatabase {
  readonly #parts: readonly Part[];
  #putBack: (() => unknown)[] = [];

  constructor(parts: readonly Part[]) {
    this.#parts = parts;
  }

  get hasCopy(): boolean {
    return this.#putBack.length > 0;
  }

  /** Takes a copy, in place of an earlier one. */
  copy(): void {
    this.#putBack = this.#parts.map((part) => part.copy());
  }

  /** Puts the copy in the place of what there is, where there is a copy. */
  restore(): void {
    for (const putBack of this.#putBack) putBack();
  }
}
