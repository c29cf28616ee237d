import { CATALOGUE } from "@rejoin/rules/room";
import { expect, it } from "vitest";
import { texts as german } from "./de/de";
import { laterTexts as laterGerman } from "./de/later";
import { laterTexts } from "./later-texts";
import { texts } from "./texts";

it("names every game in German, with its rules", () => {
  expect(Object.keys(german.games.catalogue).sort()).toEqual(CATALOGUE.map(({ id }) => id).sort());
});

it("says hardly anything in German as it does in English", () => {
  const same = sentences({ german, laterGerman }).filter((text) =>
    sentences({ texts, laterTexts }).includes(text),
  );
  // Names, and words that both languages share.
  expect(same.filter((text) => text.includes(" "))).toEqual(["ABC 234", "ABCD 2345"]);
});

/** Every text that is not made from something. */
function sentences(part: unknown): string[] {
  if (typeof part === "string") return [part];
  return typeof part === "object" && part !== null ? Object.values(part).flatMap(sentences) : [];
}
