import type { Strength } from "@rejoin/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { playBots } from "../../../testing/bot-game.js";
import { randomFrom } from "../../../testing/play-to-the-end.js";
import { chess } from "../chess.js";
import type { ChessState } from "../chess-state.js";
import { chessBot, chessBotThatSees } from "./chess-bot.js";

/** Sees less than the real one, so that a series takes seconds. */
const shortSighted = chessBotThatSees({ depth: 4, nodes: 800 });

const start = chess.start({ white: 0, black: 1, clock: null });

function at(fen: string, more: Partial<ChessState> = {}): ChessState {
  return { ...start, fen, positions: [], ...more };
}

function hardMove(state: ChessState) {
  return chessBot.move(state, 0, "hard", randomFrom(1));
}

describe("the bot of chess", () => {
  it("gives mate in one, and in two", () => {
    expect(hardMove(at("6k1/5ppp/8/8/8/8/8/R3K3 w - - 0 1"))).toEqual({ from: "a1", to: "a8" });
    expect(hardMove(at("7k/8/8/8/8/8/R7/1R4K1 w - - 0 1"))).toMatchObject({
      to: expect.stringMatching(/7$/),
    });
  });

  it("takes what is free, and leaves what is guarded", () => {
    expect(hardMove(at("4k3/8/8/3q4/4P3/8/8/4K3 w - - 0 1"))).toEqual({ from: "e4", to: "d5" });
    expect(hardMove(at("4k3/2p5/3p4/8/8/8/3Q4/4K3 w - - 0 1"))).not.toEqual({ from: "d2", to: "d6" });
  });

  it("makes a queen of a pawn", () => {
    expect(hardMove(at("8/P6k/8/8/8/8/8/K7 w - - 0 1"))).toEqual({ from: "a7", to: "a8", promotion: "q" });
  });

  it("beats itself playing easily, even when it sees little", () => {
    const outcomes = [1, 2, 3].map((seed) => {
      const hard = seed % 2;
      const strengths: Strength[] = hard === 0 ? ["hard", "easy"] : ["easy", "hard"];
      const { outcome } = playBots(chess, { strengths, seed, options: { minutes: 0 }, bot: shortSighted });
      return outcome.kind === "won" && outcome.seats.includes(hard);
    });
    expect(outcomes.filter((won) => won).length).toBeGreaterThanOrEqual(2);
  }, 60_000);

  it("never makes a move against the rules, and never lets its flag fall", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { state } = playBots(chess, {
          strengths: ["easy", "easy"],
          seed,
          options: { minutes: 1, increment: 0 },
          bot: shortSighted,
        });
        expect(state.result?.reason).not.toBe("time");
      }),
      { numRuns: 2 },
    );
  }, 60_000);

  it("answers an offer of a draw by how it stands", () => {
    const ahead = at("4k3/8/8/8/8/8/8/Q3K3 w - - 0 1", { offer: "black" });
    const behind = at("q3k3/8/8/8/8/8/8/4K3 w - - 0 1", { offer: "black" });
    expect(hardMove(ahead)).toEqual({ draw: "decline" });
    expect(hardMove(behind)).toEqual({ draw: "accept" });
    expect(chessBot.at({ ...ahead, fen: ahead.fen.replace(" w ", " b ") }, 0, "hard", 1_000)).toBeGreaterThan(
      1_000,
    );
  });

  it("does not repeat a position while it stands better", () => {
    const fen = "7k/8/8/8/8/8/Q7/K7 w - - 0 1";
    const first = hardMove(at(fen));
    if (!("from" in first)) throw new Error("no move");
    const decision = chess.decide(at(fen), first, { seat: 0, now: 0, random: () => 0 });
    if (!decision.ok) throw new Error("refused");
    const been = chess.evolve(at(fen), decision.event, { seat: 0, at: 0 }).positions;
    expect(hardMove(at(fen, { positions: been }))).not.toEqual(first);
  });

  it("does the same in the same position with the same luck", () => {
    const moves = [1, 2].map(() => chessBot.move(start, 0, "hard", randomFrom(9)));
    expect(moves[0]).toEqual(moves[1]);
  });
});
