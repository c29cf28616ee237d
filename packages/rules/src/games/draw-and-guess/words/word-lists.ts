import { english } from "./english.js";
import type { WordList } from "./word-list.js";

export const LANGUAGES = ["en"] as const;
export type Language = (typeof LANGUAGES)[number];

export const WORD_LISTS: Readonly<Record<Language, WordList>> = { en: english };

export function allWords({ simple, others }: WordList): string[] {
  return [...Object.values(simple), ...others];
}

/**
 * Words to choose from, none of which was used: one that is easy to draw and others, in any order.
 *
 * @param count at least 1; there are that many, as long as the list has them
 */
export function drawWords(
  { simple, others }: WordList,
  used: readonly string[],
  count: number,
  random: () => number,
): string[] {
  const easy = Object.values(simple).filter((word) => !used.includes(word));
  const rest = others.filter((word) => !used.includes(word));
  const first = take(easy.length > 0 ? easy : rest, random);
  const drawn = [first, ...Array.from({ length: count - 1 }, () => take(rest, random))];
  return Array.from({ length: count }, () => take(drawn, random)).filter((word) => word !== undefined);
}

function take<T>(from: T[], random: () => number): T | undefined {
  return from.splice(Math.floor(random() * from.length), 1)[0];
}
