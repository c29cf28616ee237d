import { refuse } from "@rejoin/protocol";
import { addGame, anyGame, type Game } from "@rejoin/rules";
import * as z from "zod/mini";

type Choice = number | "hidden" | null;

interface State {
  seats: readonly number[];
  choices: readonly Choice[];
  withdrawn: readonly number[];
}

/** A game for tests only, with nothing but secrets: each chooses numbers, as often as they like, and nobody else sees them. */
const hiddenNumbers: Game<
  State,
  { choose: number },
  { chose: number | "hidden" },
  { seats: readonly number[] },
  Record<string, never>
> = {
  id: "hidden-numbers",
  name: "Hidden numbers",
  rule: "Choose in secret.",
  seats: { min: 2, max: 3 },
  options: z.strictObject({}),
  move: z.strictObject({ choose: z.int().check(z.gte(0), z.lte(99)) }),
  setup: ({ seats }) => ({ seats: [...seats] }),
  start: ({ seats }) => ({ seats, choices: Array(Math.max(...seats) + 1).fill(null), withdrawn: [] }),
  decide: (state, move, { seat }) =>
    seat !== null && hiddenNumbers.turn(state).includes(seat)
      ? { ok: true, event: { chose: move.choose } }
      : { ok: false, refusal: refuse("not-your-turn", "You are not in this game.") },
  evolve: (state, { chose }, { seat }) => ({
    ...state,
    choices: state.choices.map((choice, index) => (index === seat ? chose : choice)),
  }),
  withdraw: (state, seat) => ({ ...state, withdrawn: [...new Set([...state.withdrawn, seat])].sort() }),
  view: (event, mover, viewer) => (mover === viewer ? event : { chose: "hidden" }),
  viewState: (state, viewer) => ({
    ...state,
    choices: state.choices.map((choice, seat) => (choice === null || seat === viewer ? choice : "hidden")),
  }),
  due: () => null,
  turn: (state) => (hiddenNumbers.outcome(state) ? [] : stillIn(state)),
  outcome: (state) => (stillIn(state).length > 1 ? null : { kind: "won", seats: stillIn(state) }),
};

function stillIn({ seats, withdrawn }: State): number[] {
  return seats.filter((seat) => !withdrawn.includes(seat));
}

/** Lets the rooms of this test run play it. @returns its id */
export function offerHiddenNumbers(): string {
  addGame(anyGame(hiddenNumbers));
  return hiddenNumbers.id;
}
