import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { playBots } from "../../testing/bot-game.js";
import { START } from "../../testing/history.js";
import { randomFrom } from "../../testing/play-to-the-end.js";
import { drawAndGuess } from "./draw-and-guess.js";
import type { DrawAndGuessEvent, DrawAndGuessMove, DrawAndGuessState } from "./draw-and-guess-state.js";
import { patternOf } from "./pattern.js";
import { allWords, WORD_LISTS } from "./words/word-lists.js";

const WORDS = allWords(WORD_LISTS.en);

/** A turn of seat 0 with a word of that choice, up to its first hint. */
function turnWith(word: string, moves: readonly { seat: number; move: DrawAndGuessMove }[]) {
  const setup = {
    order: [0, 1, 2],
    rounds: 1,
    drawMs: 60_000,
    language: "en" as const,
    at: START,
    offer: [word, word, word],
  };
  const heard: unknown[][] = [[], [], [], []];
  const viewers = [0, 1, 2, null];
  let state = drawAndGuess.start(setup);
  viewers.forEach((viewer, index) => {
    heard[index]?.push(drawAndGuess.viewSetup?.(setup, viewer));
  });
  moves.forEach(({ seat, move }, index) => {
    const at = START + index + 1;
    const decision = drawAndGuess.decide(state, move, { seat, now: at, random: () => 0 });
    if (!decision.ok) return;
    state = drawAndGuess.evolve(state, decision.event, { seat, at });
    viewers.forEach((viewer, order) => {
      heard[order]?.push(
        drawAndGuess.view(decision.event, seat, viewer),
        drawAndGuess.viewState(state, viewer),
      );
    });
  });
  return heard;
}

describe("the secret word", () => {
  it("GAME-7 changes nothing of what those receive who do not know it, until they guess", () => {
    const alike = fc.tuple(fc.constantFrom(...WORDS), fc.nat()).map(([word, number]) => {
      const same = WORDS.filter((other) => patternOf(other) === patternOf(word));
      return [word, same[number % same.length] ?? word] as const;
    });
    const text = fc.oneof(fc.constantFrom(...WORDS), fc.string({ minLength: 1, maxLength: 20 }));
    fc.assert(
      fc.property(alike, fc.array(text, { maxLength: 6 }), ([one, other], texts) => {
        // Seat 1 guesses, wrongly in both, or rightly in both; seat 2 and those who watch hear of it.
        const tries = texts.filter((said) => ![one, other].includes(said.trim().toLowerCase()));
        const movesFor = (word: string) => [
          { seat: 0, move: { type: "choose", word: 1 } as const },
          { seat: 0, move: { type: "stroke", colour: "red", width: 6, points: "AAA" } as const },
          ...tries.map((said) => ({ seat: 1, move: { type: "guess", text: said } as const })),
          { seat: 1, move: { type: "guess", text: word } as const },
        ];
        const [first, second] = [turnWith(one, movesFor(one)), turnWith(other, movesFor(other))];
        expect(second[2]).toEqual(first[2]);
        expect(second[3]).toEqual(first[3]);
      }),
      { numRuns: 200 },
    );
  });

  it("is in nothing that is sent before its turn ends, and what is sent leads to what is seen", () => {
    for (const seed of [1, 2, 3]) {
      const heard = wholeGame(seed);
      expect(heard.turns).toBeGreaterThan(3);
      expect(heard.leaks).toEqual([]);
    }
  });
});

/** Plays among bots, and notes each time that somebody is sent a word that they do not know. */
function wholeGame(seed: number) {
  let turns = 0;
  const leaks: unknown[] = [];
  const watched: typeof drawAndGuess = {
    ...drawAndGuess,
    evolve(state, event, moved) {
      const after = drawAndGuess.evolve(state, event, moved);
      if (event.type === "turn") turns++;
      for (const viewer of [0, 1, 2, 3, null]) {
        const sent = sentTo(viewer, after, event, moved.seat);
        if (secretsFrom(after, viewer).some((word) => sent.includes(`"${word}"`)))
          leaks.push([viewer, event]);
        const heard = drawAndGuess.view(event, moved.seat, viewer);
        const followed = drawAndGuess.evolve(drawAndGuess.viewState(state, viewer), heard, moved);
        expect(followed).toStrictEqual(drawAndGuess.viewState(after, viewer));
      }
      return after;
    },
  };
  playBots(watched, { strengths: ["easy", "hard", "hard", "easy"], seed, options: { seconds: 40 } });
  return { turns, leaks };
}

/** The words of this turn that somebody must not know. */
function secretsFrom({ stage, drawer }: DrawAndGuessState, viewer: number | null): readonly string[] {
  if (stage.kind === "shown" || viewer === drawer) return [];
  if (stage.kind === "choosing") return stage.offer ?? [];
  return stage.word === null || stage.solved.some(({ seat }) => seat === viewer) ? [] : [stage.word];
}

/** What reaches somebody, but for what people said as guesses: anybody may say anything. */
function sentTo(
  viewer: number | null,
  after: DrawAndGuessState,
  event: DrawAndGuessEvent,
  mover: number | null,
): string {
  const { stage } = drawAndGuess.viewState(after, viewer);
  const heard = event.type === "guess" ? null : drawAndGuess.view(event, mover, viewer);
  return JSON.stringify([stage.kind === "drawing" ? { ...stage, guesses: [] } : stage, heard]);
}

it("a bot that guesses knows no more than is told: in its first guess it is right no more often than by chance", () => {
  const right = Array.from({ length: 300 }, (_, seed) => {
    const word = WORDS[seed % WORDS.length] ?? "";
    const setup = { order: [0, 1], rounds: 1, drawMs: 60_000, language: "en" as const, at: 0, offer: [word] };
    const event = { type: "chosen", drawer: 0, word, pattern: patternOf(word) } as const;
    const state = drawAndGuess.evolve(drawAndGuess.start(setup), event, { seat: 0, at: 1 });
    const move = drawAndGuess.bot?.move(drawAndGuess.viewState(state, 1), 1, "hard", randomFrom(seed));
    return move?.type === "guess" && move.text === word;
  }).filter((isRight) => isRight).length;
  expect(right).toBeLessThan(60);
});
