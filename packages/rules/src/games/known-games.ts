import type { AnyGame } from "../game.js";

/**
 * The games whose rules are there. A server has all of them from its start; a page has those of the tables that it shows,
 * since nobody should load the rules of chess to look at a lobby.
 */
const known = new Map<string, AnyGame>();

/** Makes a game known, from then on and to everything here. */
export function addGame(game: AnyGame): void {
  known.set(game.id, game);
}

/** The game with this id, or undefined where its rules are not there. */
export function findGame(id: string): AnyGame | undefined {
  return known.get(id);
}

/** @throws for a game whose rules are not there: on a server that never happens to a room that was opened */
export function gameOf(id: string): AnyGame {
  const game = findGame(id);
  if (!game) throw new Error(`unknown game ${id}`);
  return game;
}
