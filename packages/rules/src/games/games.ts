import { type AnyGame, anyGame } from "../game.js";
import { chess } from "./chess/chess.js";
import { connectFour } from "./connect-four/connect-four.js";
import { drawAndGuess } from "./draw-and-guess/draw-and-guess.js";
import { addGame } from "./known-games.js";
import { rockPaperScissors } from "./rock-paper-scissors/rock-paper-scissors.js";
import { ticTacToe } from "./tic-tac-toe/tic-tac-toe.js";

/** Every game that can be played, in the order in which the lobby offers them. To add a game, add it here. */
export const GAMES: readonly AnyGame[] = [
  anyGame(ticTacToe),
  anyGame(connectFour),
  anyGame(chess),
  anyGame(rockPaperScissors),
  anyGame(drawAndGuess),
];
for (const game of GAMES) addGame(game);
