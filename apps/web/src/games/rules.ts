import { type AnyGame, addGame, anyGame, findGame } from "@rejoin/rules/room";
import { patiently } from "../ui/patiently";

/** Where the rules of each game are. They are fetched with the first table of that game, so that the lobby stays small. */
const RULES: Readonly<Record<string, () => Promise<AnyGame>>> = {
  "tic-tac-toe": async () => anyGame((await import("@rejoin/rules/games/tic-tac-toe/tic-tac-toe")).ticTacToe),
  "connect-four": async () =>
    anyGame((await import("@rejoin/rules/games/connect-four/connect-four")).connectFour),
  chess: async () => anyGame((await import("@rejoin/rules/games/chess/chess")).chess),
  "rock-paper-scissors": async () =>
    anyGame((await import("@rejoin/rules/games/rock-paper-scissors/rock-paper-scissors")).rockPaperScissors),
  "draw-and-guess": async () =>
    anyGame((await import("@rejoin/rules/games/draw-and-guess/draw-and-guess")).drawAndGuess),
};

/** Whether there is nothing to wait for: the rules are there, or this page is too old to know the game. */
export function areRulesHere(game: string): boolean {
  return findGame(game) !== undefined || !Object.hasOwn(RULES, game);
}

/** Fetches the rules of a game, however long that takes. Whatever folds a log of that game needs them first. */
export async function loadRules(game: string): Promise<void> {
  const load = RULES[game];
  if (load && !areRulesHere(game)) addGame(await patiently(load)());
}
