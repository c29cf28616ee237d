import { expect, it } from "vitest";
import { maskWords } from "./mask-words";

it.each([
  ["well, shit happens", "well, s*** happens"],
  ["FUCK", "F***"],
  ["fuuuuck this", "f*** this"],
  ["Du Arschloch!", "Du A********!"],
  ["So eine Scheiße", "So eine S*****e"],
])("masks rude words but for their first letter: %s", (text, masked) => {
  expect(maskWords(text)).toBe(masked);
});

it.each([
  "Hello there",
  "I live in Scunthorpe, first class",
  "a classic assassin's pass, grass and bass",
  "Gut gespielt, das war knapp!",
  "Eine Scheibe Brot, ein Blick aufs Brett, bis gleich",
  "Ein bisschen Schach mit Christoph",
  "chess, queen to e5, nice opening",
  "🎉🎉",
  "",
])("leaves as it is what only looks like one: %s", (text) => {
  expect(maskWords(text)).toBe(text);
});
