import { describe, expect, it } from "vitest";
import { given } from "../../testing/given.js";
import { inTurn, playing } from "../../testing/history.js";
import { alice, bob } from "../../testing/people.js";
import { type TicTacToeState, winningCells } from "./tic-tac-toe.js";

const move = (cell: number) => ({ type: "move" as const, move: { cell } });
const cells = (...taken: number[]) => inTurn(...taken.map((cell) => ({ cell })));

const LINES: [name: string, line: number[]][] = [
  ["the top row", [0, 1, 2]],
  ["the middle row", [3, 4, 5]],
  ["the bottom row", [6, 7, 8]],
  ["the left column", [0, 3, 6]],
  ["the middle column", [1, 4, 7]],
  ["the right column", [2, 5, 8]],
  ["the falling diagonal", [0, 4, 8]],
  ["the rising diagonal", [2, 4, 6]],
];

describe("Tic-tac-toe", () => {
  it("begins with an empty board", () => {
    given(playing()).leaves({
      board: { cells: Array(9).fill(null), players: [0, 1], next: 0, withdrawn: null },
    });
  });

  it("is played in turn", () => {
    given(playing())
      .when(alice, move(4))
      .then("moved", { seat: 0, move: { cell: 4 } })
      .leaves({ board: { next: 1 } })
      .when(bob, move(0))
      .then("moved", { seat: 1, move: { cell: 0 } })
      .leaves({ board: { next: 0, cells: [1, null, null, null, 0, null, null, null, null] } });
  });

  it("lets nobody move twice, or where somebody has", () => {
    given(playing(), cells(4)).when(alice, move(0)).refused("not-your-turn");
    given(playing(), cells(4)).when(bob, move(4)).refused("illegal-move");
    given(playing(), cells(4, 0)).when(alice, move(4)).refused("illegal-move");
  });

  it.each(LINES)("is won with %s", (_, line) => {
    const [one = 0, two = 0, three = 0] = line;
    const [other = 0, another = 0] = [0, 1, 2, 3, 4, 5, 6, 7, 8].filter((cell) => !line.includes(cell));
    const won = given(playing(), cells(one, other, two, another))
      .when(alice, move(three))
      .accepted();
    won.leaves({
      phase: { kind: "finished", outcome: { kind: "won", seats: [0] } },
      seats: [{ wins: 1 }, { wins: 0 }],
    });
    expect(winningCells(won.state.board as TicTacToeState)).toEqual(line);
  });

  it("can be won by whoever moved second", () => {
    given(playing(), cells(0, 2, 1, 4, 8))
      .when(bob, move(6))
      .accepted()
      .leaves({ phase: { outcome: { kind: "won", seats: [1] } } });
  });

  it("is drawn when the board is full and nobody has three", () => {
    given(playing(), cells(0, 1, 2, 4, 3, 5, 7, 6))
      .leaves({ phase: { kind: "playing" } })
      .when(alice, move(8))
      .accepted()
      .leaves({ phase: { kind: "finished", outcome: { kind: "drawn" } }, seats: [{ wins: 0 }, { wins: 0 }] });
  });

  it("is won, not drawn, when the last cell makes three", () => {
    given(playing(), cells(0, 1, 2, 3, 4, 5, 7, 6))
      .when(alice, move(8))
      .accepted()
      .leaves({ phase: { outcome: { kind: "won", seats: [0] } } });
  });
});
