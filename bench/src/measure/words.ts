/** What members say: text of the length of a short remark that tells when it was meant to be said. */

const REMARK = " Good move, well done!!";
const DIGITS = 9;
const BASE = 36;

/** The characters of everything that is said. */
export const WORDS_LENGTH = DIGITS + REMARK.length;

/** @param at microseconds, of a clock that whoever hears it has too */
export function wordsOf(at: number): string {
  return Math.floor(at).toString(BASE).padStart(DIGITS, "0") + REMARK;
}

/** When words were meant to be said, in microseconds. */
export function saidAt(words: string): number {
  return Number.parseInt(words.slice(0, DIGITS), BASE);
}

/** The clock of this process, in microseconds. */
export function microseconds(): number {
  return performance.now() * 1_000;
}
