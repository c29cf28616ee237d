import type { Strength } from "@rejoin/protocol";
import { oneOf } from "../../bot/chance.js";
import type { Drawing, Guess, DrawAndGuessState as State } from "../draw-and-guess-state.js";
import { fits } from "../pattern.js";
import { isNearWord, spellingKey } from "../spelling.js";
import { allWords, WORD_LISTS } from "../words/word-lists.js";

/** How often an easy bot says the first word that comes to its mind. */
const THOUGHTLESS = 0.6;

/**
 * A word that may be the one. A bot sees no pictures: it goes by what everybody is told of the word, and by the guesses so
 * far, so it is the likelier to be right the more letters are shown. Easy forgets what others guessed, and is careless.
 */
export function guessWord(
  { language }: State,
  { pattern, guesses }: Drawing,
  seat: number,
  strength: Strength,
  random: () => number,
): string {
  const list = WORD_LISTS[language];
  const words = allWords(list);
  if (strength === "easy" && random() < THOUGHTLESS) return oneOf(words, random);
  const heard = strength === "hard" ? guesses : guesses.filter((guess) => guess.seat === seat);
  const wrong = new Set(heard.map(({ text }) => spellingKey(text)));
  const possible = words.filter((word) => fits(word, pattern) && !wrong.has(spellingKey(word)));
  const near = possible.filter((word) => heard.every((guess) => agrees(guess, word, list.articles)));
  return oneOf([near, possible, words].find(({ length }) => length > 0) ?? words, random);
}

/** Whether a word is near to what was said to be near. */
function agrees({ text, near }: Guess, word: string, articles: readonly string[]): boolean {
  return !near || isNearWord(text, word, articles);
}
