/** One of several, each as likely as the others. @throws for none */
export function oneOf<T>(all: readonly T[], random: () => number): T {
  const one = all[Math.floor(random() * all.length)];
  if (one === undefined) throw new Error("nothing to choose from");
  return one;
}

/** The same in a random order (Fisher and Yates). */
export function shuffled<T>(all: readonly T[], random: () => number): T[] {
  const left = [...all];
  return all.map(() => left.splice(Math.floor(random() * left.length), 1)[0] as T);
}

/** Those that are worth most. */
export function best<T>(all: readonly T[], worth: (one: T) => number): T[] {
  const most = Math.max(...all.map(worth));
  return all.filter((one) => worth(one) === most);
}
