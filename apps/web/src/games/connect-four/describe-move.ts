import type { Json } from "@rejoin/protocol";
import { texts } from "../../texts/texts";
import { moveField } from "../move-field";

export function describeConnectFourMove(move: Json): string {
  const column = moveField(move, "column");
  return column === null ? texts.games.move : texts.games.connectFour.move(column + 1);
}
