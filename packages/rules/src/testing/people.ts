import type { Person, PlayerId } from "@rejoin/protocol";
import type { Actor } from "../room/decision.js";

/** Somebody who may sit at a table, for a test. */
export interface Somebody {
  id: PlayerId;
  person: Person;
}

/** Makes a person whose id is the same in every run. `number` is from 1 to 9. */
export function somebody(name: string, number: number): Somebody {
  const id = `${String(number).repeat(8)}-0000-4000-8000-000000000000`;
  return { id, person: { name, avatar: name.toLowerCase() } };
}

export const alice = somebody("Alice", 1);
export const bob = somebody("Bob", 2);
export const carol = somebody("Carol", 3);
export const dave = somebody("Dave", 4);

/** Nobody. */
export const BOT = somebody("Cog", 9);

/** What acts when nobody does: a countdown, a lost connection, a clock. */
export const theRoom = "the room";

export function actorOf(who: Somebody | typeof theRoom): Actor {
  return who === theRoom ? { kind: "room" } : { kind: "player", ...who };
}
