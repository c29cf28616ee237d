import { expect, test } from "vitest";
import { saidAt, WORDS_LENGTH, wordsOf } from "./words.js";

test.each([0, 1, 123_456_789.5, 10 ** 13])(
  "words said at %d tell it, and are as long as all others",
  (at) => {
    expect(saidAt(wordsOf(at))).toBe(Math.floor(at));
    expect(wordsOf(at)).toHaveLength(WORDS_LENGTH);
  },
);

test("words are what people may say", () => {
  expect(wordsOf(5)).toBe(wordsOf(5).normalize("NFKC").trim().replaceAll(/\s+/g, " "));
});
