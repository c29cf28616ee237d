import { line } from "@rejoin/protocol";
import * as z from "zod/mini";
import { COLOURS, MOST_IN_A_MOVE, PACKED_POINTS, type Stroke, WIDTHS } from "./ink.js";
import { LANGUAGES, type Language } from "./words/word-lists.js";

/** How long a drawer has to choose a word, and how long the word is shown after a turn, in milliseconds. */
export const CHOOSE_MS = 15_000;
export const SHOW_MS = 6_000;
/** How many words a drawer chooses from. */
export const OFFERED = 3;
/** How many of the last guesses of a turn are kept. */
export const GUESSES_KEPT = 40;

export interface Guess {
  seat: number;
  text: string;
  /** Whether it was nearly right: seen by whoever guessed, and false to everybody else. */
  near: boolean;
}

export interface Solved {
  seat: number;
  points: number;
  at: number;
}

/** The drawer chooses a word. `offer` is null to everybody else. */
export interface Choosing {
  kind: "choosing";
  startedAt: number;
  until: number;
  offer: readonly string[] | null;
}

/** The picture grows and is guessed. `word` is null to whoever neither draws nor has guessed it. */
export interface Drawing {
  kind: "drawing";
  startedAt: number;
  until: number;
  word: string | null;
  /** The word with its letters hidden, but for those that were given as hints. */
  pattern: string;
  strokes: readonly Stroke[];
  /** The last ones, in order. */
  guesses: readonly Guess[];
  /** In order. */
  solved: readonly Solved[];
}

/** The turn is over and its word is shown, if one was chosen. */
export interface Shown {
  kind: "shown";
  until: number;
  word: string | null;
  strokes: readonly Stroke[];
  solved: readonly Solved[];
}

/** Times are milliseconds since 1970. */
export interface DrawAndGuessState {
  /** The seats that play, in the order in which they draw. */
  order: readonly number[];
  rounds: number;
  drawMs: number;
  language: Language;
  /** By seat. */
  scores: readonly number[];
  withdrawn: readonly number[];
  /** The words of the turns so far. */
  used: readonly string[];
  /** The number of this turn, from 0. */
  turn: number;
  drawer: number;
  stage: Choosing | Drawing | Shown;
}

export const drawAndGuessOptions = z.strictObject({
  /** How often everybody draws. */
  rounds: z._default(z.literal([1, 2, 3, 4, 5]), 2),
  /** Seconds to draw in. */
  seconds: z._default(z.literal([40, 60, 80, 120, 180]), 80),
  language: z._default(z.enum(LANGUAGES), "en"),
});
export type DrawAndGuessOptions = z.infer<typeof drawAndGuessOptions>;

const stroke = z.strictObject({
  type: z.literal("stroke"),
  colour: z.enum(COLOURS),
  width: z.literal(WIDTHS),
  points: z.string().check(z.maxLength(MOST_IN_A_MOVE), z.regex(PACKED_POINTS)),
  /** Whether it goes on where the last one ended: a long stroke comes in pieces while it is drawn. */
  goesOn: z.optional(z.boolean()),
});
export const drawAndGuessMove = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("choose"),
    word: z.int().check(z.gte(0), z.lte(OFFERED - 1)),
  }),
  stroke,
  /** Takes the last stroke back. */
  z.strictObject({ type: z.literal("undo") }),
  z.strictObject({ type: z.literal("clear") }),
  z.strictObject({ type: z.literal("guess"), text: line(40) }),
  /** The next drawer does not want to wait. */
  z.strictObject({ type: z.literal("go-on") }),
]);
/** What players do; and what time does, which is the game's own. */
export type DrawAndGuessMove = z.infer<typeof drawAndGuessMove> | { type: "time" };

export type DrawAndGuessEvent =
  | { type: "turn"; turn: number; drawer: number; offer: string[] | null }
  | { type: "chosen"; drawer: number; word: string | null; pattern: string }
  | z.infer<typeof stroke>
  | { type: "undo" }
  | { type: "clear" }
  | { type: "guess"; text: string; near: boolean }
  | { type: "solved"; word: string | null; points: number }
  | { type: "hint"; place: number; letter: string }
  /** The word, if one was chosen, and what its drawer gets. */
  | { type: "ended"; word: string | null; points: number };

export interface DrawAndGuessSetup {
  order: readonly number[];
  rounds: number;
  drawMs: number;
  language: Language;
  at: number;
  offer: readonly string[] | null;
}
