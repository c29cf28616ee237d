import type { Bot } from "../../game.js";
import { best, oneOf } from "../bot/chance.js";
import { afterThinking } from "../bot/pace.js";
import { beaterOf, beats, HANDS, type Hand } from "./hands.js";
import type {
  RockPaperScissorsMove as Move,
  RockPaperScissorsState as State,
} from "./rock-paper-scissors-state.js";
import { choosers, outcomeOf } from "./score.js";

/** How often a hard bot chooses by chance, so that it cannot be read in its turn. */
const UNREADABLE = 0.15;
/** What a round is worth as evidence, compared with the one after it. */
const FORGETTING = 0.85;

/**
 * Hard expects everybody to go on as they have: it looks what each showed after rounds that went as the last one did for
 * them, and takes the hand that beats most. Easy has the habits that people have: rock at first, again what won, and
 * after a loss what would have won.
 */
export const rockPaperScissorsBot: Bot<State, Move> = {
  at(state, seat) {
    if (outcomeOf(state) || !choosers(state).includes(seat) || state.choices[seat] !== null) return null;
    return afterThinking(state.startedAt, seat, 600, Math.min(3_500, state.roundMs / 2));
  },
  move: (view, seat, strength, random) => ({
    choose: strength === "hard" ? wellFounded(view, seat, random) : habitual(view, seat, random),
  }),
};

function habitual({ reveals }: State, seat: number, random: () => number): Hand {
  if (random() < 0.3) return oneOf(HANDS, random);
  const last = reveals.at(-1);
  const mine = last?.hands[seat];
  if (!last || !mine) return random() < 0.6 ? "rock" : oneOf(HANDS, random);
  const lost = last.hands.some((hand) => hand !== null && beats(hand, mine));
  if ((last.points[seat] ?? 0) > 0 || !lost) return mine;
  return beaterOf(beaterOf(mine));
}

function wellFounded(view: State, seat: number, random: () => number): Hand {
  if (random() < UNREADABLE) return oneOf(HANDS, random);
  const others = choosers(view).filter((other) => other !== seat);
  const expected = others.map((other) => expectation(view, other));
  const worth = (hand: Hand): number =>
    expected.reduce(
      (sum, chances) =>
        sum + HANDS.reduce((gain, other, index) => gain + (chances[index] ?? 0) * gainOf(hand, other), 0),
      0,
    );
  return oneOf(best(HANDS, worth), random);
}

function gainOf(hand: Hand, other: Hand): number {
  if (beats(hand, other)) return 1;
  return beats(other, hand) ? -1 : 0;
}

/** How likely a seat shows each hand next, as shares of an unknown whole. */
function expectation({ reveals }: State, seat: number): number[] {
  const now = situation(reveals, reveals.length - 1, seat);
  const chances = [1.2, 0.9, 0.9];
  reveals.forEach(({ hands }, index) => {
    const hand = hands[seat];
    if (!hand) return;
    const isAlike = situation(reveals, index - 1, seat) === now;
    const weight = FORGETTING ** (reveals.length - 1 - index) * (isAlike ? 4 : 0.5);
    const order = HANDS.indexOf(hand);
    chances[order] = (chances[order] ?? 0) + weight;
  });
  return chances;
}

/** What a round was for a seat: what it showed, and whether it was beaten. */
function situation(reveals: State["reveals"], index: number, seat: number): string {
  const round = reveals[index];
  const hand = round?.hands[seat];
  if (!round || !hand) return "none";
  return `${hand} ${round.hands.some((other) => other !== null && beats(other, hand))}`;
}
