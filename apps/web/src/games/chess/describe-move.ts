import type { Json } from "@rejoin/protocol";
import type { ChessState } from "@rejoin/rules/games/chess/chess-state";
import { laterTexts } from "../../texts/later-texts";
import { texts } from "../../texts/texts";
import { moveText } from "../move-field";
import type { Seen } from "../registry";

/** What somebody did, from what they gave or from what came of it. */
export function describeChessMove(move: Json): string {
  const t = laterTexts.chess;
  const [san, draw, from, to] = ["san", "draw", "from", "to"].map((field) => moveText(move, field));
  if (san) return t.played(san);
  if (draw === "offer" || draw === "accept" || draw === "decline") return t.draw[draw];
  return from && to ? t.move(from, to) : texts.games.move;
}

/** A flag fell: the only thing that a game of chess does by itself. */
export function describeFlag(move: Json, { board, names }: Seen): string {
  const colour = moveText(move, "flag");
  const seats = (board as ChessState | null)?.seats;
  if (!seats || (colour !== "white" && colour !== "black")) return laterTexts.thread.event.movedByItself;
  return laterTexts.chess.flagFell(names[seats[colour]] ?? laterTexts.chess.colours[colour]);
}

export function chessEnding({ board }: Seen): string | null {
  const result = (board as ChessState | null)?.result;
  return result ? laterTexts.chess.ending[result.reason] : null;
}
