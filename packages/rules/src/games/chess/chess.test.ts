import { describe, expect, it } from "vitest";
import { atTable } from "../../testing/game-table.js";
import { chess } from "./chess.js";
import type { ChessMove, ChessOptions } from "./chess-state.js";
import { timeLeft } from "./clock.js";

const MINUTE = 60_000;

/** `e2e4`, or `e7e8q`. */
function move(text: string): ChessMove {
  const promotion = text[4] as "q" | undefined;
  return { from: text.slice(0, 2), to: text.slice(2, 4), ...(promotion && { promotion }) };
}

const offer = { draw: "offer" } as const;
const accept = { draw: "accept" } as const;
const decline = { draw: "decline" } as const;

function table(options: Partial<ChessOptions> = { minutes: 0 }) {
  return atTable(chess, { options });
}

type Table = ReturnType<typeof table>;

/** White is seat 0. */
function after(game: string, from: Table = table(), later?: number): Table {
  return game.split(" ").reduce((at, text, index) => at.after(index % 2, move(text), later), from);
}

/** A game that goes on from a position, with White to move. */
function from(fen: string, options?: Partial<ChessOptions>): Table {
  const begun = atTable(
    { ...chess, start: (setup) => ({ ...chess.start(setup), fen, positions: [] }) },
    {
      options: options ?? { minutes: 0 },
    },
  );
  return begun;
}

describe("the moves of chess", () => {
  it("are made in turn, by whoever has the pieces", () => {
    table()
      .when(1, move("e7e5"))
      .refused("not-your-turn")
      .when(0, move("e7e5"))
      .refused("illegal-move")
      .when(0, move("e2e5"))
      .refused("illegal-move")
      .when(2, move("e2e4"))
      .refused("not-your-turn")
      .when(0, move("e2e4"))
      .then({ from: "e2", to: "e4", san: "e4" })
      .has({ last: { from: "e2", to: "e4" } })
      .when(0, move("d2d4"))
      .refused("not-your-turn");
  });

  it("White alternates from game to game", () => {
    expect(atTable(chess, { seats: [2, 5], round: 0 }).state.seats).toEqual({ white: 2, black: 5 });
    expect(atTable(chess, { seats: [2, 5], round: 1 }).state.seats).toEqual({ white: 5, black: 2 });
  });

  it("include castling and taking in passing", () => {
    after("e2e4 e7e5 g1f3 b8c6 f1c4 f8c5").when(0, move("e1g1")).then({ san: "O-O" });
    after("e2e4 a7a6 e4e5 d7d5")
      .when(0, move("e5d6"))
      .then({ san: "exd6", captured: "p" })
      .has({ taken: { white: ["p"], black: [] } });
  });

  it("include promotion, to a piece that the player names", () => {
    from("8/P6k/8/8/8/8/8/K7 w - - 0 1")
      .when(0, move("a7a8"))
      .refused("illegal-move")
      .when(0, { ...move("a7a8"), promotion: "k" as "q" })
      .refused("illegal-move")
      .when(0, move("a7a8n"))
      .then({ san: "a8=N" });
    table().when(0, move("e2e4q")).refused("illegal-move");
  });

  it("do not leave the king in check", () => {
    after("e2e4 e7e5 d1h5").when(1, move("f7f6")).refused("illegal-move");
  });
});

describe("the end of a game of chess", () => {
  it("is checkmate", () => {
    after("f2f3 e7e5 g2g4")
      .when(1, move("d8h4"))
      .then({ san: "Qh4#", ended: "checkmate" })
      .ended({ kind: "won", seats: [1] })
      .when(0, move("e2e4"))
      .refused("wrong-phase");
  });

  it("is stalemate, which is a draw", () => {
    from("7k/8/6Q1/8/8/8/8/K7 w - - 0 1")
      .when(0, move("g6f7"))
      .then({ ended: "stalemate" })
      .ended({ kind: "drawn" });
  });

  it("is a draw when nobody can give mate any more", () => {
    from("8/8/8/8/8/2k5/1p6/K1B5 w - - 0 1")
      .when(0, move("c1b2"))
      .then({ ended: "insufficient-material" })
      .ended({ kind: "drawn" });
  });

  it("is a draw when a position is there for the third time", () => {
    const twice = after("g1f3 g8f6 f3g1 f6g8 g1f3 g8f6 f3g1").ended(null);
    twice.when(1, move("f6g8")).then({ ended: "repetition" }).ended({ kind: "drawn" });
  });

  it("is no draw when castling was possible in one of the positions and not in another", () => {
    const rooks = "e2e4 e7e5 g1f3 g8f6 f1e2 f8e7 h1g1 h8g8 g1h1 g8h8 h1g1 h8g8 g1h1";
    after(rooks).when(1, move("g8h8")).then({}).ended(null);
  });

  it("is a draw after fifty moves in which no pawn moved and nothing was taken", () => {
    from("7k/8/8/8/8/8/R7/K7 w - - 99 80")
      .when(0, move("a2b2"))
      .then({ ended: "fifty-moves" })
      .ended({ kind: "drawn" });
    from("7k/8/8/8/8/8/R7/K7 w - - 98 80").when(0, move("a2b2")).then({}).ended(null);
  });

  it("is a win when the last of the fifty moves gives mate", () => {
    from("7k/8/6K1/8/8/8/R7/8 w - - 99 80")
      .when(0, move("a2a8"))
      .then({ ended: "checkmate" })
      .ended({ kind: "won", seats: [0] });
  });

  it("comes by giving up", () => {
    table()
      .afterWithdrawal(0)
      .has({ result: { reason: "resignation", winner: "black" } })
      .ended({ kind: "won", seats: [1] });
    after("f2f3 e7e5 g2g4 d8h4")
      .afterWithdrawal(1)
      .ended({ kind: "won", seats: [1] });
  });

  it("keeps what must be known of the past small", () => {
    const shuffling = "g1f3 g8f6 b1c3 b8c6 f3g1 f6g8 c3b1 c6b8";
    expect(after(`${shuffling} e2e4`).state.positions).toHaveLength(1);
    expect(after("e2e4 e7e5 g1f3").state.positions).toHaveLength(2);
  });
});

describe("an offer of a draw", () => {
  it("is accepted, which ends the game", () => {
    table()
      .after(0, offer)
      .when(1, accept)
      .then({ draw: "accept" })
      .has({ result: { reason: "agreement", winner: null } })
      .ended({ kind: "drawn" });
  });

  it("is answered by the other only", () => {
    const offered = table().after(0, offer);
    offered.when(0, accept).refused("illegal-move").when(0, decline).refused("illegal-move");
    offered.when(1, offer).refused("illegal-move");
    table().when(0, accept).refused("illegal-move").when(1, decline).refused("illegal-move");
  });

  it("lapses when it is declined, and when the other moves instead", () => {
    table().after(0, offer).after(1, decline).has({ offer: null }).when(1, accept).refused("illegal-move");
    after("e2e4").after(0, offer).after(1, move("e7e5")).has({ offer: null });
  });

  it("stands while the other thinks, also when it was made before moving", () => {
    table().after(0, offer).after(0, move("e2e4")).when(1, accept).then({}).ended({ kind: "drawn" });
  });

  it("is not made again before one has moved", () => {
    const declined = table().after(0, offer).when(0, offer).refused("illegal-move").after(1, decline);
    declined
      .when(0, offer)
      .refused("illegal-move")
      .after(0, move("e2e4"))
      .when(0, offer)
      .then({ draw: "offer" });
    const black = after("e2e4").after(1, offer).after(0, decline);
    black
      .when(1, offer)
      .refused("illegal-move")
      .after(1, move("e7e5"))
      .when(1, offer)
      .then({ draw: "offer" });
  });
});

describe("the clocks", () => {
  const blitz = { minutes: 3, increment: 2 } as const;

  it("run for whoever is to move, and add the increment after each move", () => {
    const one = table(blitz)
      .isDue(3 * MINUTE)
      .after(0, move("e2e4"), 10_000);
    expect(one.state.clocks?.left).toEqual({ white: 3 * MINUTE - 8_000, black: 3 * MINUTE });
    const two = one.isDue(3 * MINUTE).after(1, move("e7e5"), 30_000);
    expect(two.state.clocks?.left).toEqual({ white: 3 * MINUTE - 8_000, black: 3 * MINUTE - 28_000 });
    const clocks = two.state.clocks;
    if (!clocks) throw new Error("no clocks");
    expect(timeLeft(clocks, "white", two.at + 5_000)).toBe(3 * MINUTE - 13_000);
    expect(timeLeft(clocks, "black", two.at + 5_000)).toBe(3 * MINUTE - 28_000);
  });

  it("fall when the time is up and not before, and the other has won", () => {
    const begun = after("e2e4", table(blitz));
    begun.when(null, { flag: true }, 3 * MINUTE - 1).refused("illegal-move");
    begun.when(0, { flag: true }, 3 * MINUTE).refused("illegal-move");
    begun
      .when(null, { flag: true }, 3 * MINUTE)
      .then({ flag: "black", winner: "white" })
      .has({ result: { reason: "time", winner: "white" } })
      .isDue(null)
      .ended({ kind: "won", seats: [0] });
  });

  it("let nobody move once the time is up, though the flag has not been seen to fall", () => {
    const begun = after("e2e4", table(blitz));
    begun.when(1, move("e7e5"), 3 * MINUTE).refused("illegal-move");
    begun.when(1, move("e7e5"), 3 * MINUTE - 1).then({ san: "e5" });
  });

  it("draw the game where the other could not have given mate", () => {
    const ends: [fen: string, winner: string | null][] = [
      ["7k/8/8/8/8/8/R7/K7 w - - 0 1", null],
      ["7k/7n/8/8/8/8/Q7/K7 w - - 0 1", null],
      ["7k/7n/8/8/8/8/P7/K7 w - - 0 1", "black"],
      ["7k/7b/8/8/8/8/R7/K7 w - - 0 1", null],
      ["7k/7b/8/8/8/8/N7/K7 w - - 0 1", "black"],
      ["7k/6nn/8/8/8/8/Q7/K7 w - - 0 1", "black"],
      ["7k/7p/8/8/8/8/Q7/K7 w - - 0 1", "black"],
    ];
    for (const [fen, winner] of ends) {
      const begun = from(fen, blitz);
      begun
        .when(null, { flag: true }, 3 * MINUTE)
        .then({ flag: "white", winner })
        .ended(winner ? { kind: "won", seats: [1] } : { kind: "drawn" });
    }
  });

  it("are not there where the table wants none", () => {
    table({ minutes: 0, increment: 5 }).isDue(null).has({ clocks: null });
  });

  it("are set by a table to times that people play", () => {
    expect(chess.options.parse({})).toEqual({ minutes: 10, increment: 5 });
    expect(chess.options.safeParse({ minutes: 7 }).success).toBe(false);
    expect(chess.options.safeParse({ minutes: -1 }).success).toBe(false);
  });
});
