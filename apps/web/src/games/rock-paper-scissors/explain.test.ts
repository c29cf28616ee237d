import { describe, expect, it } from "vitest";
import { describeChoice, describeReveal } from "./describe-move";
import { explain } from "./explain";

const NAMES = ["Ada", "Ben", "Cid"];

describe("a round in words", () => {
  it("tells who scored, and why", () => {
    expect(explain({ hands: ["rock", "paper"], points: [0, 1] }, NAMES)).toBe("Paper wraps rock: Ben +1");
    const all = explain({ hands: ["rock", "paper", "scissors"], points: [1, 1, 1] }, NAMES);
    expect(all).toBe("Rock blunts scissors. Paper wraps rock. Scissors cut paper: Ada +1, Ben +1, Cid +1");
  });

  it("tells why nobody scored", () => {
    expect(explain({ hands: ["rock", "rock"], points: [0, 0] }, NAMES)).toBe("All chose rock: nobody scores");
    expect(explain({ hands: [null, null], points: [0, 0] }, NAMES)).toBe("Nobody chose");
  });

  it("tells that one who chose nothing is beaten by any hand", () => {
    expect(explain({ hands: ["paper", null], points: [1, 0] }, NAMES)).toBe("Any hand beats none: Ada +1");
  });

  it("never tells a hand that is sealed", () => {
    expect(describeChoice({ chose: "sealed" })).toBe("chose in secret");
    expect(describeChoice({ chose: "rock" })).toBe("chose rock");
  });

  it("is told in the thread from what was shown", () => {
    const board = { seats: [0, 1], rounds: 3, scores: [0, 0], reveals: [], withdrawn: [] };
    const words = describeReveal({ revealed: ["scissors", "paper"] }, { board, names: NAMES });
    expect(words).toBe("Scissors cut paper: Ada +1");
  });
});
