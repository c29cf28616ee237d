import type { PictureName } from "../bot/picture-names.js";

/** Words to draw, in one language. A new language is one of these, named in `word-lists.ts`. */
export interface WordList {
  /** The word for each thing that is easy to draw: one of these is among the words offered, and bots draw only these. */
  simple: Readonly<Record<PictureName, string>>;
  /** All others: things, animals, places and doings that can be drawn without letters. In lower case, each once. */
  others: readonly string[];
  /** Words that may stand before a guess and mean nothing. */
  articles: readonly string[];
}
