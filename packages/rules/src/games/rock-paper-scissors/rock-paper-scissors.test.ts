import { describe, expect, it } from "vitest";
import { atTable } from "../../testing/game-table.js";
import type { Hand } from "./hands.js";
import { PAUSE_MS, rockPaperScissors } from "./rock-paper-scissors.js";
import { mostRounds } from "./score.js";

const SECONDS = 1_000;

function table(players = 2, rounds: 1 | 3 | 5 = 3) {
  const seats = Array.from({ length: players }, (_, seat) => seat);
  return atTable(rockPaperScissors, { seats, options: { rounds, seconds: 10 } });
}

type Table = ReturnType<typeof table>;

const LETTERS: Readonly<Record<string, Hand>> = { r: "rock", p: "paper", s: "scissors" };

/** Rounds such as `rp`: seat 0 shows rock and seat 1 paper; `-` chooses nothing. */
function after(at: Table, ...rounds: string[]): Table {
  return rounds.reduce((before, hands) => {
    const chosen = [...hands].reduce((now, letter, seat) => {
      const choose = LETTERS[letter];
      return choose ? now.after(seat, { choose }) : now;
    }, before);
    return chosen.afterTime();
  }, at);
}

describe("Rock, paper, scissors", () => {
  it("shows nobody's hand to anybody else before all are shown", () => {
    const chosen = table(3).after(0, { choose: "paper" });
    expect(chosen.seenBy(0).event).toEqual({ chose: "paper" });
    for (const viewer of [1, 2, null]) {
      expect(chosen.seenBy(viewer).event).toEqual({ chose: "sealed" });
      expect(JSON.stringify(chosen.seenBy(viewer))).not.toContain("paper");
    }
    const shown = chosen.after(1, { choose: "rock" }).after(2, { choose: "rock" }).afterTime();
    for (const viewer of [0, 1, 2, null])
      expect(shown.seenBy(viewer).event).toEqual({ revealed: ["paper", "rock", "rock"] });
  });

  it("looks the same to the others whatever was chosen", () => {
    const seen = (["rock", "paper", "scissors"] as const).map((choose) => {
      const chosen = table(2).after(0, { choose });
      return [chosen.seenBy(1), chosen.seenBy(null)];
    });
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });

  it("shows all hands at once, when the last one has chosen", () => {
    table(2)
      .after(0, { choose: "rock" })
      .after(1, { choose: "paper" })
      .isDue(0)
      .when(null, { reveal: true }, 0)
      .then({ revealed: ["rock", "paper"] })
      .has({ scores: [0, 1], choices: [null, null] });
  });

  it("lets nobody choose twice, or turn the hands over", () => {
    table(2)
      .after(0, { choose: "rock" })
      .when(0, { choose: "paper" })
      .refused("illegal-move")
      .when(1, { reveal: true }, 20 * SECONDS)
      .refused("illegal-move")
      .when(null, { reveal: true })
      .refused("illegal-move")
      .when(5, { choose: "rock" })
      .refused("not-your-turn");
  });

  it("is lost for a round by whoever has not chosen in time", () => {
    table(3)
      .isDue(10 * SECONDS)
      .after(1, { choose: "rock" })
      .isDue(9 * SECONDS)
      .when(0, { choose: "rock" }, 9 * SECONDS)
      .refused("illegal-move")
      .when(null, { reveal: true }, 9 * SECONDS)
      .then({ revealed: [null, "rock", null] })
      .has({ scores: [0, 2, 0] });
  });

  it("gives people time to look before the next round's time runs", () => {
    after(table(2), "rp").isDue(PAUSE_MS + 10 * SECONDS);
  });

  it("gives a point for everybody who is beaten", () => {
    after(table(3), "rps").has({ scores: [1, 1, 1] });
    after(table(3), "rrp").has({ scores: [0, 0, 2] });
    after(table(3), "ssp").has({ scores: [1, 1, 0] });
    after(table(4), "rsss").has({ scores: [3, 0, 0, 0] });
  });

  it("is over for two as soon as one has won most of the rounds", () => {
    after(table(2, 3), "rp").ended(null);
    after(table(2, 3), "rp", "rs", "rp").ended({ kind: "won", seats: [1] });
    after(table(2, 3), "rp", "sr")
      .ended({ kind: "won", seats: [1] })
      .when(0, { choose: "rock" })
      .refused("wrong-phase");
    after(table(2, 1), "sr").ended({ kind: "won", seats: [1] });
  });

  it("does not count a round in which nobody beats anybody", () => {
    after(table(2, 1), "rr", "pp")
      .ended(null)
      .has({ scores: [0, 0] });
    after(table(2, 1), "rr", "pp", "sp").ended({ kind: "won", seats: [0] });
  });

  it("goes on, for three and more, while somebody can still catch up", () => {
    // One round is left, and three can be beaten in it.
    after(table(4, 3), "prrr", "rrrs").ended(null);
    after(table(4, 3), "prrr", "prrr").ended({ kind: "won", seats: [0] });
  });

  it("is played off by those who are level at the top", () => {
    const level = after(table(3, 1), "rrs").ended(null);
    level.when(2, { choose: "rock" }).refused("not-your-turn");
    after(level, "rp").ended({ kind: "won", seats: [1] });
  });

  it("comes to an end though it is tied again and again", () => {
    const ties = Array.from({ length: mostRounds(1) }, () => "rr");
    after(table(2, 1), ...ties.slice(1)).ended(null);
    after(table(2, 1), ...ties).ended({ kind: "drawn" });
  });

  it("comes to an end though nobody chooses any more", () => {
    after(table(3, 1), ...Array.from({ length: mostRounds(1) }, () => "---")).ended({ kind: "drawn" });
  });

  it("shares the win between those who stay level, not with those below", () => {
    const ties = Array.from({ length: mostRounds(1) - 1 }, () => "rr");
    after(table(3, 1), "rrs", ...ties).ended({ kind: "won", seats: [0, 1] });
  });

  it("goes on without somebody who leaves, and ends with the last one", () => {
    const left = table(3).after(0, { choose: "rock" }).afterWithdrawal(1);
    left
      .ended(null)
      .after(2, { choose: "paper" })
      .isDue(0)
      .afterTime()
      .has({ scores: [0, 0, 1] })
      .afterWithdrawal(2)
      .ended({ kind: "won", seats: [0] });
  });

  it("waits no longer for somebody who has left", () => {
    const waiting = table(3)
      .after(0, { choose: "rock" })
      .after(1, { choose: "paper" })
      .isDue(8 * SECONDS);
    waiting.afterWithdrawal(2).isDue(0);
  });

  it("takes no hand into account of somebody who chose and left", () => {
    const left = table(3).after(0, { choose: "rock" }).afterWithdrawal(0).after(1, { choose: "scissors" });
    left
      .after(2, { choose: "paper" })
      .when(null, { reveal: true })
      .then({ revealed: [null, "scissors", "paper"] })
      .has({ scores: [0, 1, 0] });
  });
});
