import { describe, expect, it } from "vitest";
import { atTable } from "../../testing/game-table.js";
import { drawAndGuess } from "./draw-and-guess.js";
import { CHOOSE_MS, type DrawAndGuessOptions, GUESSES_KEPT, SHOW_MS } from "./draw-and-guess-state.js";
import { MOST_IN_A_MOVE, MOST_INK } from "./ink.js";

const SECOND = 1_000;
const DRAW_MS = 60 * SECOND;

/** Seat 0 draws first. With this luck the words offered are the first ones of the list. */
function table(players = 3, options: Partial<DrawAndGuessOptions> = {}) {
  const seats = Array.from({ length: players }, (_, seat) => seat);
  return atTable(drawAndGuess, { seats, options: { rounds: 1, seconds: 60, ...options } });
}

/** The same, with the word chosen: it is "apple". */
function drawing(players = 3, options: Partial<DrawAndGuessOptions> = {}) {
  const offered = table(players, options);
  const { stage } = offered.state;
  const word = stage.kind === "choosing" ? (stage.offer ?? []).indexOf("apple") : -1;
  return offered.after(0, { type: "choose", word });
}

const guess = (text: string) => ({ type: "guess", text }) as const;
const stroke = (points = "AAABBB", goesOn?: boolean) =>
  ({ type: "stroke", colour: "red", width: 6, points, ...(goesOn !== undefined && { goesOn }) }) as const;

describe("choosing a word", () => {
  it("is between three that only the drawer sees", () => {
    const begun = table();
    const { stage } = begun.seenBy(0).state;
    expect(stage.kind === "choosing" && stage.offer).toHaveLength(3);
    for (const viewer of [1, 2, null])
      expect(begun.seenBy(viewer).state.stage).toMatchObject({ kind: "choosing", offer: null });
  });

  it("is the drawer's", () => {
    table()
      .when(1, { type: "choose", word: 0 })
      .refused("not-your-turn")
      .when(0, stroke())
      .refused("wrong-phase")
      .when(1, guess("apple"))
      .refused("wrong-phase");
  });

  it("is made by chance when the drawer takes too long", () => {
    table()
      .isDue(CHOOSE_MS)
      .when(0, { type: "choose", word: 0 }, CHOOSE_MS)
      .refused("illegal-move")
      .when(null, { type: "time" }, CHOOSE_MS - 1)
      .refused("illegal-move");
    const late = table().afterTime();
    expect(late.state.stage).toMatchObject({ kind: "drawing", word: expect.any(String) });
  });

  it("tells the others how long the word is, and where its spaces are", () => {
    const chosen = drawing();
    expect(chosen.seenBy(0).event).toMatchObject({ word: "apple", pattern: "_____" });
    expect(chosen.seenBy(1).event).toMatchObject({ word: null, pattern: "_____" });
  });
});

describe("drawing", () => {
  it("adds strokes, goes on with the last one, takes it back, and clears", () => {
    const drawn = drawing().after(0, stroke("AAA")).after(0, stroke("BBB", true)).after(0, stroke("CCC"));
    drawn.has({ stage: { strokes: [{ points: "AAABBB" }, { points: "CCC" }] } });
    drawn.after(0, { type: "undo" }).has({ stage: { strokes: [{ points: "AAABBB" }] } });
    drawn.after(0, { type: "clear" }).has({ stage: { strokes: [] } });
  });

  it("is seen by all, whenever they come", () => {
    const drawn = drawing().after(0, stroke("AAA"));
    for (const viewer of [0, 1, 2, null])
      expect(drawn.seenBy(viewer).state.stage).toMatchObject({ strokes: [{ points: "AAA", colour: "red" }] });
  });

  it("is the drawer's alone", () => {
    drawing()
      .when(1, stroke())
      .refused("not-your-turn")
      .when(2, { type: "clear" })
      .refused("not-your-turn")
      .when(7, stroke())
      .refused("not-your-turn");
  });

  it("refuses what is no picture", () => {
    drawing()
      .when(0, { type: "undo" })
      .refused("illegal-move")
      .when(0, stroke("AAA", true))
      .refused("illegal-move");
    expect(drawAndGuess.move.safeParse(stroke("AA")).success).toBe(false);
    expect(drawAndGuess.move.safeParse(stroke("AA!")).success).toBe(false);
    expect(drawAndGuess.move.safeParse(stroke("AAA".repeat(MOST_IN_A_MOVE))).success).toBe(false);
    expect(drawAndGuess.move.safeParse({ ...stroke(), width: 7 }).success).toBe(false);
  });

  it("ends where the paper is full", () => {
    const whole = "A".repeat(MOST_IN_A_MOVE);
    let drawn = drawing();
    for (let ink = 0; ink + MOST_IN_A_MOVE <= MOST_INK; ink += MOST_IN_A_MOVE)
      drawn = drawn.after(0, stroke(whole), 1);
    drawn.when(0, stroke(whole)).refused("illegal-move");
    drawn.after(0, { type: "undo" }).when(0, stroke(whole)).then({ type: "stroke" });
    expect(JSON.stringify(drawn.state).length).toBeLessThan(MOST_INK * 1.2);
  });
});

describe("guessing", () => {
  it("wrongly is heard by all", () => {
    const guessed = drawing().after(1, guess("house"));
    for (const viewer of [0, 1, 2, null])
      expect(guessed.seenBy(viewer).event).toEqual({ type: "guess", text: "house", near: false });
    guessed.has({ stage: { guesses: [{ seat: 1, text: "house" }] } });
  });

  it("nearly right is told to whoever guessed, and to nobody else", () => {
    const guessed = drawing().after(1, guess("Aple"));
    expect(guessed.seenBy(1).event).toMatchObject({ near: true });
    for (const viewer of [0, 2, null]) {
      expect(guessed.seenBy(viewer).event).toMatchObject({ text: "Aple", near: false });
      expect(guessed.seenBy(viewer).state.stage).toMatchObject({ guesses: [{ near: false }] });
    }
  });

  it("rightly is told to all, but the word only to whoever guessed", () => {
    const guessed = drawing().after(1, guess("an APPLE"));
    expect(guessed.seenBy(1).event).toMatchObject({ type: "solved", word: "apple" });
    expect(guessed.seenBy(1).state.stage).toMatchObject({ word: "apple" });
    for (const viewer of [2, null]) {
      expect(guessed.seenBy(viewer).event).toMatchObject({ type: "solved", word: null });
      expect(JSON.stringify(guessed.seenBy(viewer))).not.toMatch(/apple/i);
    }
  });

  it("sooner is worth more", () => {
    const early = drawing().after(1, guess("apple"), 0);
    const late = drawing().after(1, guess("apple"), 30 * SECOND);
    expect([early.state.scores[1], late.state.scores[1]]).toEqual([100, 75]);
  });

  it("is not for the drawer, nor for who has guessed it", () => {
    drawing().when(0, guess("apple")).refused("illegal-move");
    drawing().after(1, guess("apple")).when(1, guess("it is an apple")).refused("illegal-move");
    drawing().when(5, guess("apple")).refused("not-your-turn");
  });

  it("is too late when the time is up", () => {
    drawing()
      .when(1, guess("apple"), DRAW_MS)
      .refused("illegal-move")
      .when(1, guess("apple"), DRAW_MS - 1)
      .then({ type: "solved", points: 50 });
  });

  it("is kept for as long as it helps, and no longer", () => {
    let guessed = drawing();
    for (let count = 0; count <= GUESSES_KEPT; count++) guessed = guessed.after(1, guess(`word ${count}`), 1);
    const { stage } = guessed.state;
    expect(stage.kind === "drawing" && stage.guesses).toHaveLength(GUESSES_KEPT);
  });
});

describe("who knows the word", () => {
  it("may not say it to the table, and may say anything else", () => {
    const knows = drawing().after(1, guess("apple"));
    const says = (seat: number, text: string) =>
      drawAndGuess.refuseTalk?.(knows.state, seat, text)?.code ?? null;
    expect([says(0, "It's an Apple!"), says(1, "a p p l e")]).toEqual(["illegal-move", "illegal-move"]);
    expect([says(0, "well done"), says(1, "easy"), says(2, "apple?")]).toEqual([null, null, null]);
  });

  it("may not say what they could choose either", () => {
    const begun = table();
    expect(drawAndGuess.refuseTalk?.(begun.state, 0, "shall I draw an apple?")).not.toBeNull();
    expect(drawAndGuess.refuseTalk?.(begun.state, 1, "apple")).toBeNull();
  });

  it("may say it when the turn is over", () => {
    const over = drawing().after(1, guess("apple")).after(2, guess("apple")).afterTime();
    expect(drawAndGuess.refuseTalk?.(over.state, 0, "apple")).toBeNull();
  });
});

describe("hints", () => {
  it("come one letter at a time, to all alike, and never spell the word out", () => {
    const first = drawing()
      .isDue(0.4 * DRAW_MS)
      .afterTime();
    for (const viewer of [0, 1, null]) {
      expect(first.seenBy(viewer).event).toEqual({ type: "hint", place: 0, letter: "a" });
      expect(first.seenBy(viewer).state.stage).toMatchObject({ pattern: "a____" });
    }
    const over = first.afterTime();
    expect(over.seenBy(1).event).toMatchObject({ type: "ended", word: "apple" });
  });
});

describe("the end of a turn", () => {
  it("comes when the time is up, and shows the word to all", () => {
    const over = drawing().afterTime().afterTime();
    expect(over.at - drawing().at).toBe(DRAW_MS);
    for (const viewer of [1, 2, null])
      expect(over.seenBy(viewer).state.stage).toMatchObject({ kind: "shown", word: "apple" });
  });

  it("comes at once when all have guessed", () => {
    drawing()
      .after(1, guess("apple"))
      .isDue(0.4 * DRAW_MS - SECOND)
      .after(2, guess("apple"))
      .isDue(0)
      .when(null, { type: "time" }, 0)
      .then({ type: "ended", word: "apple" });
  });

  it("gives the drawer half of what the guessers got on average", () => {
    const one = drawing().after(1, guess("apple"), 0).afterTime().afterTime();
    expect(one.state.scores).toEqual([25, 100, 0]);
  });

  it("is followed by the next one's turn, whose words again only they see", () => {
    const over = drawing().after(1, guess("apple")).after(2, guess("apple")).afterTime().isDue(SHOW_MS);
    for (const next of [over.afterTime(), over.after(1, { type: "go-on" })]) {
      next.has({ drawer: 1, turn: 1 });
      expect(next.seenBy(1).event).toMatchObject({
        type: "turn",
        offer: [expect.any(String), expect.any(String), expect.any(String)],
      });
      expect(next.seenBy(0).event).toMatchObject({ type: "turn", offer: null });
    }
    over.when(0, { type: "go-on" }).refused("not-your-turn").when(1, guess("apple")).refused("wrong-phase");
  });

  it("never offers a word again that was drawn", () => {
    const next = drawing().afterTime().afterTime().afterTime();
    const { stage } = next.state;
    expect(stage.kind === "choosing" && stage.offer).not.toContain("apple");
  });
});

describe("the end of the game", () => {
  it("comes when everybody has drawn in every round, and the most points win", () => {
    let played = table(2, { rounds: 2 });
    let turns = 0;
    while (drawAndGuess.outcome(played.state) === null) {
      if (played.state.stage.kind === "drawing" && turns === 0) {
        played = played.after(1, guess(played.state.stage.word ?? ""), 15 * SECOND);
        turns++;
      }
      played = played.afterTime();
    }
    expect(played.state).toMatchObject({ turn: 3, drawer: 1, scores: [44, 88] });
    played.ended({ kind: "won", seats: [1] }).isDue(null);
  });

  it("is a draw when nobody has any", () => {
    let played = table(2);
    while (drawAndGuess.outcome(played.state) === null) played = played.afterTime();
    played.ended({ kind: "drawn" });
  });

  it("the right to begin moves on from game to game", () => {
    const orders = [0, 1, 2, 3].map(
      (round) => atTable(drawAndGuess, { seats: [1, 4, 6], round }).state.order,
    );
    expect(orders).toEqual([
      [1, 4, 6],
      [4, 6, 1],
      [6, 1, 4],
      [1, 4, 6],
    ]);
  });
});

describe("when somebody leaves", () => {
  it("who draws, the turn ends at once with its word, and the next one draws", () => {
    const left = drawing().after(0, stroke()).afterWithdrawal(0);
    const over = left.afterTime();
    expect(over.at).toBe(left.at);
    expect(over.seenBy(1).event).toMatchObject({ type: "ended", word: "apple", points: 0 });
    over.afterTime().has({ drawer: 1 });
  });

  it("who chooses, the turn is passed over", () => {
    const next = table().afterWithdrawal(0).afterTime().afterTime();
    next.has({ drawer: 1, turn: 1, used: [], stage: { kind: "choosing" } });
  });

  it("who guesses, nobody waits for them", () => {
    drawing().after(1, guess("apple")).afterWithdrawal(2).isDue(0);
  });

  it("and only one is left, they have won", () => {
    drawing()
      .afterWithdrawal(0)
      .afterWithdrawal(2)
      .ended({ kind: "won", seats: [1] })
      .isDue(null);
  });

  it("and it was the last turn, the game is over", () => {
    const last = drawing(3).afterTime().afterTime().afterWithdrawal(1);
    last
      .ended(null)
      .afterWithdrawal(2)
      .ended({ kind: "won", seats: [0] });
  });
});
