import type { Json } from "@rejoin/protocol";
import { HANDS, type Hand } from "@rejoin/rules/games/rock-paper-scissors/hands";
import type { RockPaperScissorsState } from "@rejoin/rules/games/rock-paper-scissors/rock-paper-scissors-state";
import { choosers, pointsOf } from "@rejoin/rules/games/rock-paper-scissors/score";
import { laterTexts } from "../../texts/later-texts";
import { texts } from "../../texts/texts";
import { moveText } from "../move-field";
import type { Seen } from "../registry";
import { explain } from "./explain";

export function describeChoice(move: Json): string {
  const t = laterTexts.rockPaperScissors;
  const hand = asHand(moveText(move, "choose") ?? moveText(move, "chose"));
  return hand ? t.chose(hand) : t.choseSealed;
}

/** All hands were shown: the only thing that this game does by itself. */
export function describeReveal(move: Json, { board, names }: Seen): string {
  const state = board as RockPaperScissorsState | null;
  const hands = revealedIn(move);
  if (!state || !hands) return laterTexts.thread.event.movedByItself;
  return explain({ hands, points: pointsOf(hands, choosers(state)) }, names);
}

/** What is waited for; null where "Your turn" says it. */
export function choosingSituation({ board, names }: Seen, mySeat: number | null): string | null {
  const state = board as RockPaperScissorsState;
  const waited = choosers(state).filter((seat) => state.choices[seat] === null);
  if (mySeat !== null && waited.includes(mySeat)) return null;
  const t = laterTexts.rockPaperScissors;
  return waited.length > 0
    ? t.waitingFor(waited.map((seat) => names[seat] ?? texts.games.somebody))
    : t.showing;
}

function revealedIn(move: Json): (Hand | null)[] | null {
  if (move === null || typeof move !== "object" || Array.isArray(move)) return null;
  return Array.isArray(move.revealed)
    ? move.revealed.map((hand) => (typeof hand === "string" ? asHand(hand) : null))
    : null;
}

function asHand(text: string | null): Hand | null {
  return HANDS.find((hand) => hand === text) ?? null;
}
