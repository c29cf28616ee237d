import type { Player } from "@rejoin/protocol";

/** The people whose name contains this, whatever the case, in the same order. */
export function namesLike(name: string, people: readonly Player[]): Player[] {
  const wanted = fold(name.trim());
  return people.filter((person) => fold(person.name).includes(wanted));
}

function fold(name: string): string {
  return name.normalize("NFKC").toLocaleLowerCase();
}
