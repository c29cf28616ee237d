import { describe, expect, it } from "vitest";
import { given } from "../../testing/given.js";
import { inTurn, playing } from "../../testing/history.js";
import { alice, bob } from "../../testing/people.js";
import { COLUMNS, type ConnectFourState, type Place, ROWS, winningPlaces } from "./connect-four.js";

const move = (column: number) => ({ type: "move" as const, move: { column } });
const discs = (columns: string) => inTurn(...[...columns].map((column) => ({ column: Number(column) })));
const table = () => playing("connect-four");

/** Games in turn, Alice first, one digit a column; the last disc wins for whoever drops it. */
const WINS: [how: string, game: string, winner: number][] = [
  ["across", "2636061", 0],
  ["upwards", "2621202", 0],
  ["rising", "66644565325", 0],
  ["falling", "12434221311", 0],
  ["across, by whoever moved second", "26633534", 1],
  ["upwards, by whoever moved second", "02324252", 1],
  ["rising, by whoever moved second", "253342414423", 1],
  ["falling, by whoever moved second", "1211030200", 1],
];
const DRAWN = "446610232260466533164500035110224413255135";

describe("Connect Four", () => {
  it("begins with seven empty columns", () => {
    given(table()).leaves({ board: { columns: [[], [], [], [], [], [], []], next: 0, last: null } });
  });

  it("drops discs on one another, in turn", () => {
    given(table())
      .when(alice, move(3))
      .then("moved", { seat: 0, move: { column: 3 } })
      .when(alice, move(3))
      .refused("not-your-turn");
    given(table(), discs("33")).leaves({
      board: { columns: [[], [], [], [0, 1], [], [], []], last: [3, 1], next: 0 },
    });
  });

  it("refuses a column that is full, and one that is not there", () => {
    given(table(), discs("333333")).when(alice, move(3)).refused("illegal-move");
    given(table()).when(alice, move(7)).refused("illegal-move");
    given(table()).when(alice, move(-1)).refused("illegal-move");
    given(table())
      .when(alice, { type: "move", move: { cell: 3 } })
      .refused("illegal-move");
  });

  it.each(WINS)("is won %s", (_, game, winner) => {
    given(table(), discs(game.slice(0, -1)))
      .leaves({ phase: { kind: "playing" } })
      .when(winner === 0 ? alice : bob, move(Number(game.at(-1))))
      .accepted()
      .leaves({ phase: { kind: "finished", outcome: { kind: "won", seats: [winner] } } });
  });

  it("is won with any four in a line, whichever of them fell last", () => {
    expect(LINES).toHaveLength(69);
    for (const line of LINES) {
      for (const last of line) expect(sorted(winningPlaces(boardWith(line, last)))).toEqual(sorted(line));
    }
  });

  it("is not won with three of a line", () => {
    for (const line of LINES) {
      for (const missing of line) {
        const three = line.filter((place) => place !== missing);
        for (const last of three) expect(winningPlaces(boardWith(three, last))).toBeNull();
      }
    }
  });

  it("may be won with more than four", () => {
    const won = given(table(), discs("00112244553"));
    expect(winningPlaces(won.state.board as ConnectFourState)).toHaveLength(6);
  });

  it("is drawn when the board is full and nobody has four", () => {
    given(table(), discs(DRAWN.slice(0, -1)))
      .leaves({ phase: { kind: "playing" } })
      .when(bob, move(Number(DRAWN.at(-1))))
      .accepted()
      .leaves({ phase: { kind: "finished", outcome: { kind: "drawn" } } });
  });
});

/** Every line of four that fits on the board. */
const LINES: readonly Place[][] = [
  [1, 0],
  [0, 1],
  [1, 1],
  [1, -1],
].flatMap(([dx = 0, dy = 0]) =>
  Array.from({ length: COLUMNS * ROWS }, (_, start): Place[] =>
    [0, 1, 2, 3].map((step) => [(start % COLUMNS) + step * dx, Math.floor(start / COLUMNS) + step * dy]),
  ).filter((line) => line.every(([x, y]) => x >= 0 && x < COLUMNS && y >= 0 && y < ROWS)),
);

/** A full board on which seat 0 holds those places, and every other disc belongs to somebody else. */
function boardWith(places: readonly Place[], last: Place): ConnectFourState {
  const holds = (x: number, y: number) => places.some(([column, row]) => column === x && row === y);
  const columns = Array.from({ length: COLUMNS }, (_, x) =>
    Array.from({ length: ROWS }, (_, y) => (holds(x, y) ? 0 : 100 + x * ROWS + y)),
  );
  return { columns, players: [0, 1], next: 1, last, withdrawn: null };
}

function sorted(places: readonly Place[] | null): Place[] {
  return [...(places ?? [])].sort((one, other) => one[0] - other[0] || one[1] - other[1]);
}
