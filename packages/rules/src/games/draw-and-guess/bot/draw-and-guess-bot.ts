import type { Strength } from "@rejoin/protocol";
import type { Bot } from "../../../game.js";
import { afterThinking } from "../../bot/pace.js";
import type {
  Drawing,
  DrawAndGuessMove as Move,
  DrawAndGuessState as State,
} from "../draw-and-guess-state.js";
import { guessers, outcomeOf } from "../turns.js";
import { chooseWord, drawNext, pictureFor } from "./drawing.js";
import { guessWord } from "./guessing.js";

/** From one stroke to the next, in milliseconds. */
const STROKE_MS: Readonly<Record<Strength, number>> = { easy: 2_400, hard: 1_200 };
/** From one guess to the next, and from the beginning to the first. */
const GUESS_MS: Readonly<Record<Strength, number>> = { easy: 12_000, hard: 6_000 };
const FIRST_GUESS_MS = 8_000;

/** Draws simple pictures stroke by stroke, and guesses words that fit what is told of the word. */
export const drawAndGuessBot: Bot<State, Move> = {
  at(state, seat, strength, since) {
    const { stage, drawer } = state;
    if (outcomeOf(state) || state.withdrawn.includes(seat)) return null;
    if (stage.kind === "choosing")
      return seat === drawer ? afterThinking(stage.startedAt, seat, 2_000, 4_000) : null;
    if (stage.kind !== "drawing") return null;
    if (seat === drawer) return nextStrokeAt(state, stage, strength);
    return guessers(state, stage).includes(seat) ? nextGuessAt(stage, seat, strength, since) : null;
  },
  move(view, seat, strength, random) {
    const { stage } = view;
    if (stage.kind === "choosing") return chooseWord(view, stage.offer ?? [], random);
    if (stage.kind === "shown") return { type: "go-on" };
    if (seat === view.drawer) return drawNext(view, stage);
    return { type: "guess", text: guessWord(view, stage, seat, strength, random) };
  },
};

function nextStrokeAt(state: State, stage: Drawing, strength: Strength): number | null {
  const { length } = stage.strokes;
  if (length >= pictureFor(state, stage).length) return null;
  return beforeTheEnd(stage, stage.startedAt + (length + 1) * STROKE_MS[strength]);
}

// Guesses come at times of their own, whatever the others do: counted from the last event, they would be put off by every
// stroke, and in a lively game for ever.
function nextGuessAt(stage: Drawing, seat: number, strength: Strength, since: number): number | null {
  const pause = GUESS_MS[strength];
  const first = afterThinking(stage.startedAt, seat, FIRST_GUESS_MS, FIRST_GUESS_MS + pause);
  const guessed = Math.max(0, Math.floor((since - first) / pause) + 1);
  return beforeTheEnd(stage, first + guessed * pause);
}

function beforeTheEnd({ until }: Drawing, at: number): number | null {
  return at < until ? at : null;
}
