import { type AnyGame, anyGame } from "../game.js";
import { connectFour } from "./connect-four/connect-four.js";
import { ticTacToe } from "./tic-tac-toe/tic-tac-toe.js";

/** Every game that can be played, in the order in which the lobby offers them. To add a game, add it here. */
export const GAMES: readonly AnyGame[] = [anyGame(ticTacToe), anyGame(connectFour)];

const byId = new Map(GAMES.map((game) => [game.id, game]));

export function findGame(id: string): AnyGame | undefined {
  return byId.get(id);
}

/** @throws for a game that is not known, which a room that was opened here never names. */
export function gameOf(id: string): AnyGame {
  const game = byId.get(id);
  if (!game) throw new Error(`unknown game ${id}`);
  return game;
}
