import * as z from "zod/mini";
import { HANDS, type Hand } from "./hands.js";

/** What a seat has chosen, or null before it has. Seen by others, a choice is `"sealed"` until all are revealed. */
export type Choice = Hand | "sealed" | null;

/** A round that is over. */
export interface Reveal {
  /** What each seat showed: null for one that was not in the round, or chose nothing in time. */
  hands: readonly (Hand | null)[];
  /** The points that each seat got by it. */
  points: readonly number[];
}

/** Lists are by seat unless they say otherwise. Times are milliseconds since 1970. */
export interface RockPaperScissorsState {
  /** The seats that play, rising. */
  seats: readonly number[];
  /** How many rounds count before the most points win. */
  rounds: number;
  /** How long a round may take, in milliseconds. */
  roundMs: number;
  /** When this round began: people look at the last one first. */
  startedAt: number;
  choices: readonly Choice[];
  /** When the last choice was made, or the round began. */
  chosenAt: number;
  scores: readonly number[];
  /** Every round so far, in order: at most `mostRounds`. */
  reveals: readonly Reveal[];
  /** The seats that left, in order. */
  withdrawn: readonly number[];
}

export const rockPaperScissorsOptions = z.strictObject({
  /** Best of so many rounds. */
  rounds: z._default(z.literal([1, 3, 5, 7, 9, 15]), 5),
  /** Seconds to choose in. */
  seconds: z._default(z.literal([5, 10, 15, 30]), 15),
});
export type RockPaperScissorsOptions = z.infer<typeof rockPaperScissorsOptions>;

export const rockPaperScissorsMove = z.strictObject({ choose: z.enum(HANDS) });
/** What players do; and the end of a round, which is the game's own. */
export type RockPaperScissorsMove = z.infer<typeof rockPaperScissorsMove> | { reveal: true };

export type RockPaperScissorsEvent = { chose: Hand | "sealed" } | { revealed: (Hand | null)[] };

export interface RockPaperScissorsSetup {
  seats: readonly number[];
  rounds: number;
  roundMs: number;
  at: number;
}
