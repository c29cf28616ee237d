/** How far off a guess may be, in letters, and still be told that it is near: by the length of the word. */
const NEAR_LETTERS = [
  { from: 8, letters: 2 },
  { from: 4, letters: 1 },
];

/** What two spellings of the same word share: letters and digits, without case, accents and spaces. */
export function spellingKey(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** Whether a guess is the word. @param articles words that may stand before it and mean nothing, such as "the" */
export function isSameWord(guess: string, word: string, articles: readonly string[]): boolean {
  return spellingKey(withoutArticle(guess, articles)) === spellingKey(word);
}

/** Whether a guess that is not the word is close: misspelt, a part of it, or more than it. */
export function isNearWord(guess: string, word: string, articles: readonly string[]): boolean {
  const [mine, right] = [spellingKey(withoutArticle(guess, articles)), spellingKey(word)];
  const { letters } = NEAR_LETTERS.find(({ from }) => [...right].length >= from) ?? { letters: 0 };
  if (editDistance([...mine], [...right]) <= letters) return true;
  return names(guess, word) || (mine.length >= 4 && names(word, guess));
}

/** Whether a text gives a word away: as words of its own, however spaced, or inside of others where it is not short. */
export function names(text: string, word: string): boolean {
  const key = spellingKey(word);
  const keys = text.split(/\s+/u).map(spellingKey);
  const isRun = (from: number) => keys.some((_, index) => keys.slice(from, index + 1).join("") === key);
  return keys.some((_, from) => isRun(from)) || (key.length >= 5 && keys.join("").includes(key));
}

function withoutArticle(text: string, articles: readonly string[]): string {
  const [first = "", ...rest] = text.trim().split(/\s+/u);
  return rest.length > 0 && articles.includes(first.toLowerCase()) ? rest.join(" ") : text;
}

/** Letters to add, drop, change or swap with their neighbour (optimal string alignment). */
function editDistance(one: readonly string[], other: readonly string[]): number {
  let before: number[] = [];
  let last = [0, ...other.map((_, index) => index + 1)];
  one.forEach((letter, row) => {
    const next = [row + 1];
    other.forEach((otherLetter, column) => {
      const swapped = row > 0 && column > 0 && letter === other[column - 1] && otherLetter === one[row - 1];
      next.push(
        Math.min(
          (last[column + 1] ?? 0) + 1,
          (next[column] ?? 0) + 1,
          (last[column] ?? 0) + (letter === otherLetter ? 0 : 1),
          swapped ? (before[column - 1] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    });
    before = last;
    last = next;
  });
  return last.at(-1) ?? 0;
}
