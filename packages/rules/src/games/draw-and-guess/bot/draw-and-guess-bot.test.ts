import { STRENGTHS, type Strength } from "@rejoin/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { playBots, shareOfHard } from "../../../testing/bot-game.js";
import { START } from "../../../testing/history.js";
import { randomFrom } from "../../../testing/play-to-the-end.js";
import { drawAndGuess } from "../draw-and-guess.js";
import type { DrawAndGuessState, Drawing } from "../draw-and-guess-state.js";
import { drawAndGuessBot } from "./draw-and-guess-bot.js";
import { PICTURES } from "./pictures/pictures.js";

const setup = {
  order: [0, 1, 2],
  rounds: 1,
  drawMs: 80_000,
  language: "en" as const,
  at: START,
  offer: ["violin", "apple", "zebra"],
};
const begun = drawAndGuess.start(setup);

function drawing(more: Partial<Drawing> = {}): DrawAndGuessState {
  const event = { type: "chosen", drawer: 0, word: "apple", pattern: "_____" } as const;
  const state = drawAndGuess.evolve(begun, event, { seat: 0, at: START });
  return { ...state, stage: { ...(state.stage as Drawing), ...more } };
}

function guessOf(state: DrawAndGuessState, strength: Strength, seed: number): string {
  const move = drawAndGuessBot.move(drawAndGuess.viewState(state, 1), 1, strength, randomFrom(seed));
  return move.type === "guess" ? move.text : "";
}

describe("the bot of Draw and guess", () => {
  it("chooses a word that it can draw, and draws it stroke by stroke", () => {
    expect(drawAndGuessBot.move(begun, 0, "hard", randomFrom(1))).toEqual({ type: "choose", word: 1 });
    let state = drawing();
    const drawn: unknown[] = [];
    for (let at = drawAndGuessBot.at(state, 0, "hard", START); at !== null; ) {
      const move = drawAndGuessBot.move(state, 0, "hard", randomFrom(1));
      const decision = drawAndGuess.decide(state, move, { seat: 0, now: at, random: () => 0 });
      if (!decision.ok) throw new Error(decision.refusal.message);
      drawn.push(decision.event);
      state = drawAndGuess.evolve(state, decision.event, { seat: 0, at });
      const next = drawAndGuessBot.at(state, 0, "hard", at);
      expect(next === null || next > at).toBe(true);
      at = next;
    }
    expect(drawn).toEqual(PICTURES.apple.map((stroke) => ({ type: "stroke", ...stroke })));
  });

  it("guesses words that fit what is shown, and none that was wrong", () => {
    for (let seed = 0; seed < 50; seed++) {
      const text = guessOf(
        drawing({ pattern: "a___e", guesses: [{ seat: 2, text: "angle", near: false }] }),
        "hard",
        seed,
      );
      expect(text).toMatch(/^a...e$/);
      expect(text).not.toBe("angle");
    }
  });

  it("is the likelier to be right the more is shown, and likelier when it plays hard", () => {
    const right = (strength: Strength, pattern: string) =>
      Array.from({ length: 200 }, (_, seed) => guessOf(drawing({ pattern }), strength, seed)).filter(
        (text) => text === "apple",
      ).length;
    expect(right("hard", "_pp__")).toBeGreaterThan(right("hard", "_____") * 3);
    expect(right("hard", "_pp__")).toBeGreaterThan(right("easy", "_pp__") * 1.5);
  });

  it("makes use of being told that it is near", () => {
    const near = drawing({ guesses: [{ seat: 1, text: "appel", near: true }] });
    expect(guessOf(near, "hard", 1)).toBe("apple");
  });

  it("beats itself playing easily", () => {
    expect(shareOfHard(drawAndGuess, 16, { options: { rounds: 5, seconds: 120 } })).toBeGreaterThan(0.75);
  }, 60_000);

  it("always does what is allowed, however many play and however late it is", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...STRENGTHS), { minLength: 2, maxLength: 12 }),
        fc.constantFrom(0, 2_000, 30_000),
        fc.integer(),
        (strengths, late, seed) => {
          playBots(drawAndGuess, { strengths, seed, options: { rounds: 1, seconds: 40 }, late });
        },
      ),
      { numRuns: 10 },
    );
  }, 60_000);
});
