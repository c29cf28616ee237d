const realSetImmediate = globalThis.setImmediate;

/** Lets everything happen that the last moment has set off: when this resolves no promise of it is left to run on. */
export function quiet(): Promise<void> {
  return new Promise((resolve) => void realSetImmediate(resolve));
}

/**
 * Forbids the machine's own time and chance for as long as a run lasts, since a run that uses them is another each time.
 *
 * @param used hears of every use, with where it was
 * @returns how to allow them again
 */
export function forbidRealTime(used: (what: string) => void): () => void {
  const forbid = (owner: object, name: string): (() => void) => {
    const real = Reflect.get(owner, name) as unknown;
    const forbidden = (): never => {
      const error = new Error(`a run must not use ${name}`);
      used(error.stack ?? error.message);
      throw error;
    };
    Reflect.set(owner, name, forbidden);
    return () => void Reflect.set(owner, name, real);
  };
  const allow = [
    ...["setTimeout", "setInterval", "setImmediate"].map((name) => forbid(globalThis, name)),
    forbid(Date, "now"),
    forbid(Math, "random"),
  ];
  return () => {
    for (const again of allow) again();
  };
}
