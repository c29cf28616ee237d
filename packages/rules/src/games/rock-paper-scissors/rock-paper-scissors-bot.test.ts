import { STRENGTHS } from "@rejoin/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { playBots, shareOfHard } from "../../testing/bot-game.js";
import { randomFrom } from "../../testing/play-to-the-end.js";
import { rockPaperScissors } from "./rock-paper-scissors.js";
import { rockPaperScissorsBot } from "./rock-paper-scissors-bot.js";

describe("the bot of Rock, paper, scissors", () => {
  it("beats itself playing easily: it reads habits", () => {
    expect(shareOfHard(rockPaperScissors, 60, { options: { rounds: 15 } })).toBeGreaterThan(0.75);
  }, 60_000);

  it("always does what is allowed, however many play and however late it is", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...STRENGTHS), { minLength: 2, maxLength: 8 }),
        fc.constantFrom(1 as const, 3 as const, 5 as const),
        fc.constantFrom(0, 500, 60_000),
        fc.integer(),
        (strengths, rounds, late, seed) => {
          playBots(rockPaperScissors, { strengths, seed, options: { rounds, seconds: 5 }, late });
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);

  it("knows nothing of what the others have chosen", () => {
    const setup = { seats: [0, 1], rounds: 5, roundMs: 10_000, at: 0 };
    const choices = (["rock", "paper", "scissors"] as const).map((chose) => {
      const state = rockPaperScissors.evolve(rockPaperScissors.start(setup), { chose }, { seat: 0, at: 5 });
      const view = rockPaperScissors.viewState(state, 1);
      return [1, 2, 3, 4, 5].map((seed) => rockPaperScissorsBot.move(view, 1, "hard", randomFrom(seed)));
    });
    expect(choices[1]).toEqual(choices[0]);
    expect(choices[2]).toEqual(choices[0]);
  });
});
