import { describe, expect, it } from "vitest";
import { chessEnding, describeChessMove, describeFlag } from "./describe-move";

const seen = (result: object | null) => ({
  board: { seats: { white: 1, black: 0 }, result },
  names: ["Ada", "Ben"],
});

describe("chess in words", () => {
  it("tells a move as people write it down, and as it was given while it is on its way", () => {
    expect(describeChessMove({ from: "g1", to: "f3", san: "Nf3", fen: "" })).toBe("played Nf3");
    expect(describeChessMove({ from: "g1", to: "f3" })).toBe("moved g1 to f3");
    expect(describeChessMove({ draw: "offer" })).toBe("offered a draw");
  });

  it("tells whose flag fell", () => {
    expect(describeFlag({ flag: "white", winner: "black" }, seen(null))).toBe("The time of Ben was up");
  });

  it("tells how a game ended, once it has", () => {
    expect(chessEnding(seen(null))).toBeNull();
    expect(chessEnding(seen({ reason: "checkmate", winner: "white" }))).toBe("checkmate");
  });
});
