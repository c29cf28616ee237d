import type { Outcome } from "../../game.js";
import { beats, type Hand } from "./hands.js";
import type { RockPaperScissorsState as State } from "./rock-paper-scissors-state.js";

/** How many more rounds those who are level at the top play, at most, before they share the win. */
const MOST_PLAY_OFFS = 3;

/** A round in which nobody beats anybody does not count, but only so many are played: a game comes to an end. */
export function mostRounds(rounds: number): number {
  return 3 * rounds + MOST_PLAY_OFFS;
}

export function stillIn({ seats, withdrawn }: State): number[] {
  return seats.filter((seat) => !withdrawn.includes(seat));
}

/** The seats that choose in this round: everybody, or in a play-off those who are level at the top. */
export function choosers(state: State): number[] {
  const left = stillIn(state);
  return countedRounds(state) < state.rounds ? left : leaders(state, left);
}

/** A point for each one beaten. */
export function pointsOf(hands: readonly (Hand | null)[], inRound: readonly number[]): number[] {
  return hands.map((hand, seat) =>
    inRound.includes(seat) ? inRound.filter((other) => beats(hand, hands[other] ?? null)).length : 0,
  );
}

/** How many rounds so far had a winner. */
export function countedRounds({ reveals }: State): number {
  return reveals.filter(({ points }) => points.some((count) => count > 0)).length;
}

export function outcomeOf(state: State): Outcome | null {
  const left = stillIn(state);
  if (left.length <= 1) return left.length === 1 ? { kind: "won", seats: left } : { kind: "drawn" };
  const top = leaders(state, left);
  const counted = countedRounds(state);
  if (counted < state.rounds && state.reveals.length < mostRounds(state.rounds))
    return top.length === 1 && cannotBeCaught(state, left, state.rounds - counted) ? won(top) : null;
  if (top.length === 1) return won(top);
  const playedOff =
    counted >= state.rounds + MOST_PLAY_OFFS || state.reveals.length >= mostRounds(state.rounds);
  if (!playedOff) return null;
  return top.length === left.length ? { kind: "drawn" } : won(top);
}

/** Whether the leader wins whatever happens in the rounds that are left. */
function cannotBeCaught({ scores }: State, left: readonly number[], roundsLeft: number): boolean {
  const [first = 0, second = 0] = left.map((seat) => scores[seat] ?? 0).sort((one, other) => other - one);
  return first - second > roundsLeft * (left.length - 1);
}

function leaders({ scores }: State, left: readonly number[]): number[] {
  const most = Math.max(...left.map((seat) => scores[seat] ?? 0));
  return left.filter((seat) => scores[seat] === most);
}

function won(seats: readonly number[]): Outcome {
  return { kind: "won", seats };
}
