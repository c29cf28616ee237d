import { addGame, anyGame, GAMES } from "@rejoin/rules";
import { sealedNumbers } from "@rejoin/rules/testing";

addGame(anyGame(sealedNumbers));

/** Short ones, of which many are played to their end, and one for tests that has secrets and a clock. */
const oftenPlayed = ["tic-tac-toe", "connect-four", sealedNumbers.id];

/** The games that are played in a simulation, by id: every game, and some of them more often. */
export const gamesPlayed: readonly string[] = [
  ...GAMES.map(({ id }) => id),
  ...oftenPlayed,
  sealedNumbers.id,
];
