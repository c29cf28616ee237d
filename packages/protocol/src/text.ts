import { z } from "zod";

// Each of these can make a name look like another one, turn a line around, or hide (Unicode TR36, "Unicode Security
// Considerations"): control characters but for white space (Cc), unpaired surrogates (Cs), and whatever is drawn as
// nothing (bidirectional controls, zero-width spaces, fillers, tags), except the joiners and variation selectors that
// scripts and emoji are written with.
const UNSAFE = /(?![\t-\r])\p{Cc}|\p{Cs}|(?!\u200c|\u200d|[\ufe00-\ufe0f])\p{Default_Ignorable_Code_Point}/gu;

// A letter, a number, punctuation or a symbol, other than the empty Braille pattern: marks, joiners and variation
// selectors alone show nothing.
const VISIBLE = /(?!\u2800)[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * Text as the product keeps it: without control, bidirectional or invisible characters, in Unicode NFKC, white space
 * folded to single spaces and trimmed at both ends. The order matters: what is hidden goes first, so that it cannot keep
 * apart what normalising and folding would join. Cleaning twice is cleaning once.
 */
export function cleanText(text: string): string {
  return text.replace(UNSAFE, "").normalize("NFKC").replace(/\s+/gu, " ").trim();
}

/**
 * A schema for a line of human text. The raw input may be at most four times `max` (so that nothing large is normalised);
 * the cleaned text must be 1 to `max` UTF-16 code units.
 */
export function line(max: number): z.ZodType<string, string> {
  return z
    .string()
    .max(max * 4, `must be at most ${max} characters`)
    .transform(cleanText)
    .pipe(
      z
        .string()
        .min(1, "must not be empty")
        .max(max, `must be at most ${max} characters`)
        .regex(VISIBLE, "must hold something that can be seen"),
    )
    .meta({ description: `a line of 1 to ${max} characters, cleaned` });
}
