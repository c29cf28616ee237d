import type { Json } from "@rejoin/protocol";
import type { DrawAndGuessState } from "@rejoin/rules/games/draw-and-guess/draw-and-guess-state";
import { nextTurn } from "@rejoin/rules/games/draw-and-guess/turns";
import { laterTexts } from "../../texts/later-texts";
import { texts } from "../../texts/texts";
import { moveField, moveText } from "../move-field";
import type { Seen } from "../registry";

/** What somebody did, from what they gave or from what came of it. */
export function describeDrawingMove(move: Json): string {
  const t = laterTexts.drawAndGuess.moves;
  switch (moveText(move, "type")) {
    case "choose":
    case "chosen":
      return t.chose;
    case "stroke":
      return t.drew;
    case "undo":
      return t.undid;
    case "clear":
      return t.cleared;
    case "guess":
      return t.guessed(moveText(move, "text") ?? "");
    case "solved":
      return t.solved(moveField(move, "points") ?? 0);
    case "turn":
    case "go-on":
      return t.wentOn;
    default:
      return texts.games.move;
  }
}

/** What time did. */
export function describeDrawingTime(move: Json, { names }: Seen): string {
  const t = laterTexts.drawAndGuess.moves;
  const drawer = names[moveField(move, "drawer") ?? -1] ?? texts.games.somebody;
  const word = moveText(move, "word");
  switch (moveText(move, "type")) {
    case "turn":
      return t.turn(drawer);
    case "chosen":
      return t.chosenFor(drawer);
    case "hint":
      return t.hint(moveText(move, "letter") ?? "");
    case "ended":
      return word === null ? t.passed : t.ended(word);
    default:
      return laterTexts.thread.event.movedByItself;
  }
}

/** A picture comes in hundreds of pieces, which nobody wants to read. */
export function isInk(move: Json): boolean {
  return ["stroke", "undo", "clear"].includes(moveText(move, "type") ?? "");
}

/** What is waited for; null where "Your turn" says it. */
export function drawingSituation({ board, names }: Seen, mySeat: number | null): string | null {
  const state = board as DrawAndGuessState;
  const { stage, drawer } = state;
  const t = laterTexts.drawAndGuess;
  const nameOf = (seat: number): string => names[seat] ?? texts.games.somebody;
  switch (stage.kind) {
    case "choosing":
      return mySeat === drawer ? null : t.choosing(nameOf(drawer));
    case "drawing":
      return mySeat === drawer ? t.youDraw : t.drawing(nameOf(drawer));
    case "shown": {
      const next = nextTurn(state);
      if (!next) return null;
      return next.drawer === mySeat ? t.youAreNext : t.next(nameOf(next.drawer));
    }
  }
}
