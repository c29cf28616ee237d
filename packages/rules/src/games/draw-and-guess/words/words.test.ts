import { describe, expect, it } from "vitest";
import { randomFrom } from "../../../testing/play-to-the-end.js";
import { PICTURE_NAMES } from "../bot/picture-names.js";
import { PICTURES } from "../bot/pictures/pictures.js";
import { CANVAS, MOST_IN_A_MOVE, unpackPoints } from "../ink.js";
import { spellingKey } from "../spelling.js";
import { allWords, drawWords, WORD_LISTS } from "./word-lists.js";

describe.each(Object.entries(WORD_LISTS))("the words in %s", (_, list) => {
  const words = allWords(list);

  it("are several hundred, and none of them twice", () => {
    expect(words.length).toBeGreaterThan(400);
    expect(new Set(words.map(spellingKey)).size).toBe(words.length);
  });

  it("can be typed, and are short enough to be shown letter by letter", () => {
    for (const word of words) expect(word).toMatch(/^[\p{Ll}]+(?:[ -][\p{Ll}]+)*$/u);
    for (const word of words) expect(word.length).toBeLessThanOrEqual(18);
  });

  it("are drawn by chance, one of them easy, and none that was used", () => {
    const random = randomFrom(1);
    const simple = Object.values(list.simple);
    const used: string[] = [];
    for (let turn = 0; turn < 60; turn++) {
      const offer = drawWords(list, used, 3, random);
      expect(new Set(offer).size).toBe(3);
      expect(offer.filter((word) => used.includes(word))).toEqual([]);
      const left = simple.some((word) => !used.includes(word));
      expect(offer.some((word) => simple.includes(word))).toBe(left);
      used.push(offer.find((word) => simple.includes(word)) ?? offer[0] ?? "");
    }
  });
});

describe("the pictures", () => {
  it("are of different things, and enough of them", () => {
    expect(PICTURE_NAMES.length).toBeGreaterThanOrEqual(25);
    const drawn = PICTURE_NAMES.map((name) => JSON.stringify(PICTURES[name]));
    expect(new Set(drawn).size).toBe(PICTURE_NAMES.length);
  });

  it.each(PICTURE_NAMES)("%s fits the canvas, fills it, and is drawn in a few strokes", (name) => {
    const strokes = PICTURES[name];
    expect(strokes.length).toBeGreaterThanOrEqual(1);
    expect(strokes.length).toBeLessThanOrEqual(16);
    const points = strokes.flatMap((stroke) => unpackPoints(stroke.points));
    const spread = (axis: 0 | 1) =>
      Math.max(...points.map((point) => point[axis])) - Math.min(...points.map((point) => point[axis]));
    expect(Math.max(spread(0), spread(1))).toBeGreaterThan(CANVAS / 2);
    for (const stroke of strokes) expect(stroke.points.length).toBeLessThanOrEqual(MOST_IN_A_MOVE);
  });
});
