import { refuse } from "@rejoin/protocol";
import * as z from "zod/mini";
import type { Game, Outcome } from "../game.js";

/** How long after the first choice everything is revealed, in milliseconds. */
export const REVEAL_MS = 10_000;

/** What a seat has chosen, or null before it has. Seen by others, a choice is `"sealed"` until it is revealed. */
export type Choice = number | "sealed" | null;

export interface SealedState {
  seats: readonly number[];
  /** By seat, as are `withdrawn`. */
  choices: readonly Choice[];
  withdrawn: readonly number[];
  revealAt: number | null;
  revealed: boolean;
}
const choose = z.strictObject({ choose: z.int().check(z.gte(0), z.lte(3)) });
export type SealedMove = z.infer<typeof choose> | { reveal: true };
export type SealedEvent = { chose: number | "sealed" } | { revealed: Choice[] };

/**
 * A game for tests only, with what the first games lack: secrets, a clock of its own, and seats that may stay empty. Each
 * chooses a number in secret, as often as they like; some time after the first choice all are revealed, and the highest
 * number that nobody else chose wins.
 */
export const sealedNumbers: Game<
  SealedState,
  SealedMove,
  SealedEvent,
  { seats: readonly number[] },
  Record<string, never>
> = {
  id: "sealed-numbers",
  name: "Sealed numbers",
  rule: "Choose in secret. The highest number that nobody else chose wins.",
  seats: { min: 2, max: 3 },
  options: z.strictObject({}),
  move: choose,
  setup: ({ seats }) => ({ seats: [...seats] }),
  start: ({ seats }) => ({
    seats,
    choices: Array(Math.max(...seats) + 1).fill(null),
    withdrawn: [],
    revealAt: null,
    revealed: false,
  }),
  decide(state, move, { seat, now }) {
    if ("reveal" in move) {
      const isTime = seat === null && state.revealAt !== null && state.revealAt <= now;
      if (isTime) return { ok: true, event: { revealed: [...state.choices] } };
      return { ok: false, refusal: refuse("illegal-move", "It is not time to reveal.") };
    }
    if (seat === null || !sealedNumbers.turn(state).includes(seat))
      return { ok: false, refusal: refuse("not-your-turn", "You are not in this game.") };
    return { ok: true, event: { chose: move.choose } };
  },
  evolve(state, event, { seat, at }) {
    if ("revealed" in event) return { ...state, choices: event.revealed, revealed: true };
    const choices = state.choices.map((choice, index) => (index === seat ? event.chose : choice));
    return { ...state, choices, revealAt: state.revealAt ?? at + REVEAL_MS };
  },
  withdraw: (state, seat) => ({ ...state, withdrawn: [...new Set([...state.withdrawn, seat])].sort() }),
  view: (event, mover, viewer) => ("chose" in event && mover !== viewer ? { chose: "sealed" } : event),
  viewState(state, viewer) {
    if (state.revealed) return state;
    const seal = (choice: Choice, seat: number): Choice =>
      choice === null || seat === viewer ? choice : "sealed";
    return { ...state, choices: state.choices.map(seal) };
  },
  due: (state) =>
    state.revealAt === null || sealedNumbers.outcome(state)
      ? null
      : { at: state.revealAt, move: { reveal: true } },
  turn: (state) => (sealedNumbers.outcome(state) ? [] : stillIn(state)),
  outcome(state) {
    const left = stillIn(state);
    if (left.length <= 1) return { kind: "won", seats: left };
    return state.revealed ? highestOfItsOwn(state, left) : null;
  },
};

function stillIn(state: SealedState): number[] {
  return state.seats.filter((seat) => !state.withdrawn.includes(seat));
}

function highestOfItsOwn({ choices }: SealedState, seats: readonly number[]): Outcome {
  const own = seats.filter((seat) => typeof choices[seat] === "number" && isAlone(choices, seat));
  const highest = own.sort((one, other) => Number(choices[other]) - Number(choices[one]))[0];
  return highest === undefined ? { kind: "drawn" } : { kind: "won", seats: [highest] };
}

function isAlone(choices: readonly Choice[], seat: number): boolean {
  return choices.filter((choice) => choice === choices[seat]).length === 1;
}
