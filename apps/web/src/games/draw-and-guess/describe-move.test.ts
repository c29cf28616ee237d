import type { Json } from "@rejoin/protocol";
import { describe, expect, it } from "vitest";
import { describeDrawingMove, describeDrawingTime, drawingSituation, isInk } from "./describe-move";

const NAMES = ["Ada", "Ben"];
const seen = (stage: object) => ({
  board: { stage, drawer: 0, turn: 0, order: [0, 1], rounds: 1, withdrawn: [] },
  names: NAMES,
});

describe("drawing and guessing in words", () => {
  it.each<[Json, string]>([
    [{ type: "chosen", drawer: 0, word: null, pattern: "___" }, "chose a word and draws"],
    [{ type: "guess", text: "dog", near: true }, "guessed “dog”"],
    [{ type: "solved", word: null, points: 80 }, "guessed the word: +80"],
  ])("tells what somebody did: %j", (move, words) => {
    expect(describeDrawingMove(move)).toBe(words);
  });

  it.each<[Json, string]>([
    [{ type: "turn", turn: 1, drawer: 1, offer: null }, "It is the turn of Ben to draw"],
    [{ type: "hint", place: 0, letter: "d" }, "A letter was shown: D"],
    [{ type: "ended", word: "dog", points: 40 }, "The word was “dog”"],
    [{ type: "ended", word: null, points: 0 }, "The turn was passed over"],
  ])("tells what time did: %j", (move, words) => {
    expect(describeDrawingTime(move, seen({}))).toBe(words);
  });

  it("does not tell each stroke", () => {
    expect(isInk({ type: "stroke", colour: "red", width: 3, points: "AAA" })).toBe(true);
    expect(isInk({ type: "guess", text: "dog", near: false })).toBe(false);
  });

  it("says to each what is waited for", () => {
    expect(drawingSituation(seen({ kind: "choosing" }), 0)).toBeNull();
    expect(drawingSituation(seen({ kind: "choosing" }), 1)).toBe("Ada chooses a word");
    expect(drawingSituation(seen({ kind: "drawing" }), 1)).toBe("Ada draws. What is it?");
    expect(drawingSituation(seen({ kind: "shown" }), 1)).toBe("You draw next");
    expect(drawingSituation(seen({ kind: "shown" }), null)).toBe("Ben draws next");
  });
});
