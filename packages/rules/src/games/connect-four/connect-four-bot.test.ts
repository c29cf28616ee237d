import { describe, expect, it } from "vitest";
import { shareOfHard } from "../../testing/bot-game.js";
import { randomFrom } from "../../testing/play-to-the-end.js";
import { type ConnectFourState, connectFour } from "./connect-four.js";
import { connectFourBot } from "./connect-four-bot.js";

/** Discs one digit a column, seat 0 first. */
function after(columns: string): ConnectFourState {
  return [...columns].reduce(
    (state, column) => connectFour.evolve(state, { column: Number(column) }, { seat: state.next, at: 0 }),
    connectFour.start({ players: [0, 1], first: 0 }),
  );
}

function hardMove(state: ConnectFourState, seed = 1): number {
  return connectFourBot.move(state, state.next, "hard", randomFrom(seed)).column;
}

describe("the bot of Connect Four", () => {
  it("takes a four, before it blocks one", () => {
    expect(hardMove(after("0606064"))).toBe(6);
    expect(hardMove(after("061616"))).toBe(6);
    expect(hardMove(after("0616160"))).toBe(6);
  });

  it("does not let an open pair on the bottom row become three", () => {
    // Seat 0 holds columns 2 and 3, seat 1 is to move: a third disc beside them would threaten both ends.
    expect([1, 4]).toContain(hardMove(after("263")));
  });

  it("beats itself playing easily", () => {
    expect(shareOfHard(connectFour, 6)).toBeGreaterThan(0.8);
  }, 60_000);

  it("does the same in the same position with the same luck", () => {
    expect(hardMove(after("3324"), 7)).toBe(hardMove(after("3324"), 7));
  });
});
