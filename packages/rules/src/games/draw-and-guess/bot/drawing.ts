import { oneOf } from "../../bot/chance.js";
import type {
  Drawing,
  DrawAndGuessMove as Move,
  DrawAndGuessState as State,
} from "../draw-and-guess-state.js";
import type { Stroke } from "../ink.js";
import { WORD_LISTS } from "../words/word-lists.js";
import { PICTURE_NAMES } from "./picture-names.js";
import { NO_PICTURE, PICTURES } from "./pictures/pictures.js";

/** Chooses a word that there is a picture of, if there is one. */
export function chooseWord({ language }: State, offer: readonly string[], random: () => number): Move {
  const drawable = offer.flatMap((word, index) => (pictureOf(word, language) ? [index] : []));
  return { type: "choose", word: drawable.length > 0 ? oneOf(drawable, random) : 0 };
}

/** What the bot draws for a word. */
export function pictureFor({ language }: State, { word }: Drawing): readonly Stroke[] {
  return (word !== null && pictureOf(word, language)) || NO_PICTURE;
}

/** The picture's next stroke. */
export function drawNext(state: State, stage: Drawing): Move {
  const picture = pictureFor(state, stage);
  const next = picture[stage.strokes.length];
  return next ? { type: "stroke", ...next } : { type: "clear" };
}

function pictureOf(word: string, language: State["language"]): readonly Stroke[] | null {
  const { simple } = WORD_LISTS[language];
  const name = PICTURE_NAMES.find((picture) => simple[picture] === word);
  return name ? PICTURES[name] : null;
}
