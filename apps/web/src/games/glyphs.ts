import { CATALOGUE, type GameEntry } from "@rejoin/rules/room";
import type { ComponentType } from "react";
import { ChessGlyph } from "./chess/chess-glyph";
import { ConnectFourGlyph } from "./connect-four/connect-four-glyph";
import { DrawAndGuessGlyph } from "./draw-and-guess/draw-and-guess-glyph";
import { RockPaperScissorsGlyph } from "./rock-paper-scissors/rock-paper-scissors-glyph";
import { TicTacToeGlyph } from "./tic-tac-toe/tic-tac-toe-glyph";

type Glyph = ComponentType<{ size?: number }>;

/** The sign of each game in lists: small, in the current colour. Apart from the registry, since the lobby needs no more. */
const GLYPHS: Readonly<Record<string, Glyph>> = {
  "tic-tac-toe": TicTacToeGlyph,
  "connect-four": ConnectFourGlyph,
  chess: ChessGlyph,
  "rock-paper-scissors": RockPaperScissorsGlyph,
  "draw-and-guess": DrawAndGuessGlyph,
};

/** The sign of a game, or undefined for one that this page is too old to know. */
export function gameGlyph(id: string): Glyph | undefined {
  return GLYPHS[id];
}

/** The games that can be played on this page, in the order in which they are offered. */
export const OFFERED: readonly GameEntry[] = CATALOGUE.filter(({ id }) => gameGlyph(id) !== undefined);
