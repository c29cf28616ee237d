import type { Json } from "@rejoin/protocol";
import { type LazyExoticComponent, lazy } from "react";
import { laterTexts } from "../texts/later-texts";
import { texts } from "../texts/texts";
import { patiently } from "../ui/patiently";
import type { AnyBoard } from "./board";
import { chessOptions } from "./chess/chess-options";
import { chessEnding, describeChessMove, describeFlag } from "./chess/describe-move";
import { describeConnectFourMove } from "./connect-four/describe-move";
import {
  describeDrawingMove,
  describeDrawingTime,
  drawingSituation,
  isInk,
} from "./draw-and-guess/describe-move";
import { drawAndGuessOptions } from "./draw-and-guess/draw-and-guess-options";
import type { OptionField } from "./option-field";
import { choosingSituation, describeChoice, describeReveal } from "./rock-paper-scissors/describe-move";
import { rockPaperScissorsOptions } from "./rock-paper-scissors/rock-paper-scissors-options";
import { describeTicTacToeMove } from "./tic-tac-toe/describe-move";

/** How a game looks at a table. What it means is in the rules, under the same id, and its sign in lists in `glyphs.ts`. */
export interface GameLook {
  /** Width to height, to keep its place while it is loaded. */
  aspect: string;
  /** Loaded when a table of this game is opened. */
  Board: LazyExoticComponent<AnyBoard>;
  /** A move in words that follow a name: "played row 1, column 2". */
  describeMove: (move: Json) => string;
  /** What the game did by itself, in a sentence. Left out where it never does anything. */
  describeOwnMove?: (move: Json, before: Seen) => string;
  /** Moves that are too small to be told one by one, such as the strokes of a picture. Left out where there are none. */
  isQuiet?: (move: Json) => boolean;
  /** What is waited for, in words, where "Your turn" does not say it. */
  situation?: (seen: Seen, mySeat: number | null) => string | null;
  /** How a game ended, where that is more than who won: "checkmate". */
  ending?: (seen: Seen) => string | null;
  /** Whether moves may be made before earlier ones are confirmed: the board then shows all of them. */
  queuesMoves?: true;
  /** What one may choose when a table is opened. */
  options?: () => readonly OptionField[];
}

/** A game as it stands. */
export interface Seen {
  /** The game's own state. */
  board: unknown;
  /** The names of the people in the seats, by seat; null where nobody sits. */
  names: readonly (string | null)[];
}

const LOOKS: Readonly<Record<string, GameLook>> = {
  "tic-tac-toe": {
    aspect: "1 / 1",
    Board: lazy(patiently(() => import("./tic-tac-toe/tic-tac-toe-board"))),
    describeMove: describeTicTacToeMove,
  },
  "connect-four": {
    aspect: "7 / 6",
    Board: lazy(patiently(() => import("./connect-four/connect-four-board"))),
    describeMove: describeConnectFourMove,
  },
  chess: {
    aspect: "7 / 8",
    Board: lazy(patiently(() => import("./chess/chess-board"))),
    describeMove: describeChessMove,
    describeOwnMove: describeFlag,
    ending: chessEnding,
    options: chessOptions,
  },
  "rock-paper-scissors": {
    aspect: "1 / 1",
    Board: lazy(patiently(() => import("./rock-paper-scissors/rock-paper-scissors-board"))),
    describeMove: describeChoice,
    describeOwnMove: describeReveal,
    situation: choosingSituation,
    options: rockPaperScissorsOptions,
  },
  "draw-and-guess": {
    aspect: "4 / 5",
    Board: lazy(patiently(() => import("./draw-and-guess/draw-and-guess-board"))),
    describeMove: describeDrawingMove,
    describeOwnMove: describeDrawingTime,
    isQuiet: isInk,
    situation: drawingSituation,
    queuesMoves: true,
    options: drawAndGuessOptions,
  },
};

/** How a game looks, or undefined for one that this page is too old to know. */
export function gameLook(id: string): GameLook | undefined {
  return LOOKS[id];
}

/** A move in words, for any game. */
export function describeMove(game: string, move: Json): string {
  return gameLook(game)?.describeMove(move) ?? texts.games.move;
}

/** What a game did by itself, in a sentence. */
export function describeOwnMove(game: string, move: Json, before: Seen | null): string {
  const describe = gameLook(game)?.describeOwnMove;
  return describe && before ? describe(move, before) : laterTexts.thread.event.movedByItself;
}

/** Whether a move is too small to be told. */
export function isQuietMove(game: string, move: Json): boolean {
  return gameLook(game)?.isQuiet?.(move) ?? false;
}
