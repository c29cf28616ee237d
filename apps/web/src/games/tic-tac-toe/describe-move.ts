import type { Json } from "@rejoin/protocol";
import { texts } from "../../texts/texts";
import { moveField } from "../move-field";

export function describeTicTacToeMove(move: Json): string {
  const cell = moveField(move, "cell");
  if (cell === null) return texts.games.move;
  return texts.games.ticTacToe.move(Math.floor(cell / 3) + 1, (cell % 3) + 1);
}
