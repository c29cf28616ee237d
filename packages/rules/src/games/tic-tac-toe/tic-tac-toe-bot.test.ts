import { describe, expect, it } from "vitest";
import { playBots, shareOfHard } from "../../testing/bot-game.js";
import { randomFrom } from "../../testing/play-to-the-end.js";
import { type TicTacToeState, ticTacToe } from "./tic-tac-toe.js";
import { ticTacToeBot } from "./tic-tac-toe-bot.js";

describe("the bot of Tic-tac-toe", () => {
  it("never loses when it plays hard, whatever the other does", () => {
    const random = randomFrom(3);
    const answers = new Map<string, TicTacToeState>();
    for (const first of [0, 1]) {
      const start = ticTacToe.start({ players: [0, 1], first });
      for (const outcome of outcomesAgainst(start, answers, random))
        expect(outcome).not.toBe("won by the other");
    }
  }, 60_000);

  it("beats itself playing easily, most of the time", () => {
    expect(shareOfHard(ticTacToe, 40)).toBeGreaterThan(0.75);
  }, 60_000);

  it("draws against itself playing hard", () => {
    for (const seed of [1, 2, 3, 4])
      expect(playBots(ticTacToe, { strengths: ["hard", "hard"], seed }).outcome).toEqual({ kind: "drawn" });
  });

  it("waits while it is not its turn, and when the game is over", () => {
    const start = ticTacToe.start({ players: [0, 1], first: 0 });
    expect(ticTacToeBot.at(start, 1, "hard", 5_000)).toBeNull();
    expect(ticTacToeBot.at(start, 0, "hard", 5_000)).toBeGreaterThan(5_000);
    expect(ticTacToeBot.at(ticTacToe.withdraw(start, 1), 0, "hard", 5_000)).toBeNull();
  });
});

/** How every game ends in which seat 0 plays hard and seat 1 tries everything. */
function outcomesAgainst(
  state: TicTacToeState,
  answers: Map<string, TicTacToeState>,
  random: () => number,
): string[] {
  const outcome = ticTacToe.outcome(state);
  if (outcome) return [outcome.kind === "won" && outcome.seats.includes(1) ? "won by the other" : "not lost"];
  if (state.next === 0) {
    const key = JSON.stringify(state.cells);
    const known = answers.get(key);
    const answer = known ?? played(state, ticTacToeBot.move(state, 0, "hard", random).cell);
    answers.set(key, answer);
    return known ? [] : outcomesAgainst(answer, answers, random);
  }
  return [0, 1, 2, 3, 4, 5, 6, 7, 8]
    .filter((cell) => state.cells[cell] === null)
    .flatMap((cell) => outcomesAgainst(played(state, cell), answers, random));
}

function played(state: TicTacToeState, cell: number): TicTacToeState {
  return ticTacToe.evolve(state, { cell }, { seat: state.next, at: 0 });
}
