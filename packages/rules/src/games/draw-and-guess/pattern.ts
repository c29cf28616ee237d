/** What stands for a letter that is not shown yet. */
export const HIDDEN = "_";

/** The most letters that are shown before a turn ends, and how many a word must have for each. */
const MOST_HINTS = 4;
const LETTERS_PER_HINT = 3;

/** How long a word is and where its spaces are: all that is told of it at first. */
export function patternOf(word: string): string {
  return [...word].map((letter) => (isLetter(letter) ? HIDDEN : letter)).join("");
}

/** Where letters are still hidden. */
export function hiddenPlaces(pattern: string): number[] {
  return [...pattern].flatMap((letter, place) => (letter === HIDDEN ? [place] : []));
}

export function withLetter(pattern: string, place: number, letter: string): string {
  return [...pattern].map((shown, index) => (index === place ? letter : shown)).join("");
}

/** How many letters are shown. */
export function hintsGiven(pattern: string): number {
  return [...pattern].filter((letter) => letter !== HIDDEN && isLetter(letter)).length;
}

/** How many will be, at the most: never so many that the word is spelt out. */
export function hintsInAll(pattern: string): number {
  const letters = hintsGiven(pattern) + hiddenPlaces(pattern).length;
  return Math.min(MOST_HINTS, Math.floor(letters / LETTERS_PER_HINT));
}

/** Whether a word may be the one behind a pattern. */
export function fits(word: string, pattern: string): boolean {
  const letters = [...word];
  const shown = [...pattern];
  return (
    letters.length === shown.length &&
    shown.every((letter, place) =>
      letter === HIDDEN ? isLetter(letters[place] ?? "") : letter === letters[place],
    )
  );
}

function isLetter(letter: string): boolean {
  return /[\p{L}\p{N}]/u.test(letter);
}
