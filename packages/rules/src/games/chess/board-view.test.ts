import { describe, expect, it } from "vitest";
import { atTable } from "../../testing/game-table.js";
import { checkedKing, legalTargets, materialAhead, takenBy } from "./board-view.js";
import { chess } from "./chess.js";
import { piecesOf, SQUARES } from "./position.js";

const start = atTable(chess, { options: { minutes: 0 } });

function after(...moves: [from: string, to: string][]) {
  return moves.reduce((table, [from, to], index) => table.after(index % 2, { from, to }), start).state;
}

describe("what a chessboard shows", () => {
  it("the pieces, square by square from the top left", () => {
    const pieces = piecesOf(start.state.fen);
    expect(pieces).toHaveLength(64);
    expect(pieces[SQUARES.indexOf("e1")]).toEqual({ colour: "white", kind: "k" });
    expect(pieces[SQUARES.indexOf("d8")]).toEqual({ colour: "black", kind: "q" });
    expect(pieces[SQUARES.indexOf("e4")]).toBeNull();
  });

  it("where a piece may go", () => {
    const quiet = { captures: false, promotes: false };
    expect(legalTargets(start.state, "e2")).toEqual([
      { to: "e3", ...quiet },
      { to: "e4", ...quiet },
    ]);
    expect(legalTargets(start.state, "e7")).toEqual([]);
    expect(legalTargets(start.state, "e4")).toEqual([]);
    expect(legalTargets(chess.withdraw(start.state, 0), "e2")).toEqual([]);
  });

  it("each square once, though a pawn may become one of four pieces there", () => {
    const state = { ...start.state, fen: "1n6/P6k/8/8/8/8/8/K7 w - - 0 1" };
    expect(legalTargets(state, "a7")).toEqual([
      { to: "a8", captures: false, promotes: true },
      { to: "b8", captures: true, promotes: true },
    ]);
  });

  it("the king that is in check", () => {
    expect(checkedKing(start.state)).toBeNull();
    expect(checkedKing(after(["e2", "e4"], ["f7", "f6"], ["d1", "h5"]))).toBe("e8");
    expect(checkedKing(after(["e2", "e4"], ["f7", "f6"], ["d1", "h5"], ["g7", "g6"]))).toBeNull();
  });

  it("what was taken, and who is ahead", () => {
    const state = after(
      ["e2", "e4"],
      ["d7", "d5"],
      ["e4", "d5"],
      ["d8", "d5"],
      ["b1", "c3"],
      ["a7", "a6"],
      ["c3", "d5"],
    );
    expect(takenBy(state, "white")).toEqual(["q", "p"]);
    expect(takenBy(state, "black")).toEqual(["p"]);
    expect(materialAhead(state, "white")).toBe(9);
    expect(materialAhead(state, "black")).toBe(-9);
  });
});
