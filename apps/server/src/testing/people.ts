import type { Actor } from "@rejoin/rules";

/** Somebody who may sit at a table, for tests without a database. */
export type Somebody = Extract<Actor, { kind: "player" }>;

function somebody(name: string, number: number): Somebody {
  const id = `${String(number).repeat(8)}-0000-4000-8000-000000000000`;
  return { kind: "player", id, person: { name, avatar: name.toLowerCase() } };
}

export const ada = somebody("Ada", 1);
export const bob = somebody("Bob", 2);
export const carol = somebody("Carol", 3);
