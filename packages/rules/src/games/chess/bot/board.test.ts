import { Chess } from "chess.js";
import { describe, expect, it } from "vitest";
import { FIRST_POSITION } from "../position.js";
import { Board } from "./board.js";
import { decode } from "./encoded-move.js";

/** Positions in which everything that is special about a move can happen: castling, en passant, promotion, pins, checks. */
const POSITIONS: [what: string, fen: string, depth: number][] = [
  ["the first position", FIRST_POSITION, 3],
  [
    "castling on both sides, and pins",
    "r3k2r/p2pqpb1/bn2pnp1/2pPN3/1p2P3/2N2Q1p/PPPB1PPP/R3K2R w KQkq c6 0 1",
    2,
  ],
  ["en passant that would open a check", "8/2p5/3p4/KP5r/1R3p1k/8/4P1P1/8 w - - 0 1", 3],
  ["promotions of both", "n1n5/PPPk4/8/8/8/8/4Kppp/5N1N b - - 0 1", 2],
  ["castling through an attack", "r3k2r/8/8/8/2b5/8/8/R3K2R w KQkq - 0 1", 2],
  ["a double check", "4k3/8/8/4r3/8/3n4/8/R3K2R w KQ - 0 1", 2],
  ["a rook taken in its corner", "r3k2r/8/8/8/8/6n1/8/R3K2R b KQkq - 0 1", 2],
];

describe("the board that the bot searches on", () => {
  it.each(POSITIONS)("has the moves of the rules: %s", (_, fen, depth) => {
    const board = new Board(fen);
    expect(lines(board, depth)).toBe(new Chess(fen).perft(depth));
    const moves = board
      .legalMoves()
      .map(decode)
      .map(({ from, to, promotion = "" }) => from + to + promotion);
    expect(moves.sort()).toEqual(
      new Chess(fen)
        .moves({ verbose: true })
        .map(({ lan }) => lan)
        .sort(),
    );
  });

  it("is as it was when a move is taken back", () => {
    for (const [, fen] of POSITIONS) {
      const board = new Board(fen);
      const before = [[...board.board], board.value(), board.castling, board.enPassant, board.side];
      lines(board, 2);
      expect([[...board.board], board.value(), board.castling, board.enPassant, board.side]).toEqual(before);
    }
  });
});

/** How many ways there are to play so many half-moves. */
function lines(board: Board, depth: number): number {
  if (depth === 0) return 1;
  return board.legalMoves().reduce((sum, move) => {
    board.play(move);
    const count = lines(board, depth - 1);
    board.takeBack();
    return sum + count;
  }, 0);
}
