import type { Json } from "@rejoin/protocol";
import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import { texts } from "../texts/texts";
import { patiently } from "../ui/patiently";
import type { AnyBoard } from "./board";
import { ConnectFourGlyph } from "./connect-four/connect-four-glyph";
import { describeConnectFourMove } from "./connect-four/describe-move";
import { describeTicTacToeMove } from "./tic-tac-toe/describe-move";
import { TicTacToeGlyph } from "./tic-tac-toe/tic-tac-toe-glyph";

/** How a game looks. What it means is in the rules, under the same id. */
export interface GameLook {
  /** Its sign in lists: small, in the current colour. */
  Glyph: ComponentType<{ size?: number }>;
  /** Width to height, to keep its place while it is loaded. */
  aspect: string;
  /** Loaded when a table of this game is opened. */
  Board: LazyExoticComponent<AnyBoard>;
  /** A move in words that follow a name: "played row 1, column 2". */
  describeMove: (move: Json) => string;
}

const LOOKS: Readonly<Record<string, GameLook>> = {
  "tic-tac-toe": {
    Glyph: TicTacToeGlyph,
    aspect: "1 / 1",
    Board: lazy(patiently(() => import("./tic-tac-toe/tic-tac-toe-board"))),
    describeMove: describeTicTacToeMove,
  },
  "connect-four": {
    Glyph: ConnectFourGlyph,
    aspect: "7 / 6",
    Board: lazy(patiently(() => import("./connect-four/connect-four-board"))),
    describeMove: describeConnectFourMove,
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
