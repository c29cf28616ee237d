import * as z from "zod/mini";

// Each of these can make a name look like another one, turn a line around, or hide (Unicode TR36, "Unicode Security
// Considerations"): control characters but for white space (Cc), unpaired surrogates (Cs), and whatever is drawn as
// nothing (bidirectional controls, zero-width spaces, fillers, tags), except the joiners and variation selectors that
// scripts and emoji are written with.
const UNSAFE = /(?![\t-\r])\p{Cc}|\p{Cs}|(?!\u200c|\u200d|[\ufe00-\ufe0f])\p{Default_Ignorable_Code_Point}/gu;

// Words of printable ASCII with single spaces between them: clean already, like most of what is said.
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

// A letter, a number, punctuation or a symbol, other than the empty Braille pattern: marks, joiners and variation
// selectors alone show nothing.
const VISIBLE = /(?!\u2800)[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * Text as the product keeps it: without control, bidirectional or invisible characters, in Unicode NFKC, white space
 * folded to single spaces and trimmed at both ends. The order matters: what is hidden goes first, so that it cannot keep
 * apart what normalising and folding would join. Cleaning twice is cleaning once.
 */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(UNSAFE, "").normalize("NFKC").replace(/\s+/gu, " ").trim();
}

/**
 * A schema for a line of human text. The raw input may be at most four times `max` (so that nothing large is normalised);
 * the cleaned text must be 1 to `max` UTF-16 code units.
 */
export function line(max: number) {
  const tooLong = `must be at most ${max} characters`;
  const raw = z.string().check(z.maxLength(max * 4, tooLong));
  const cleaned = z
    .string()
    .check(
      z.minLength(1, "must not be empty"),
      z.maxLength(max, tooLong),
      z.regex(VISIBLE, "must hold something that can be seen"),
    );
  return z
    .pipe(z.pipe(raw, z.transform(cleanText)), cleaned)
    .check(z.describe(`a line of 1 to ${max} characters, cleaned`));
}
