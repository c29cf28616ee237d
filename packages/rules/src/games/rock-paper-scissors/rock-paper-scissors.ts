import { type RefusalCode, refuse } from "@rejoin/protocol";
import type { Game, GameDecision, MoveContext } from "../../game.js";
import { ROCK_PAPER_SCISSORS } from "../catalogue.js";
import type { Hand } from "./hands.js";
import { rockPaperScissorsBot } from "./rock-paper-scissors-bot.js";
import {
  type Choice,
  type RockPaperScissorsEvent as Event,
  type RockPaperScissorsMove as Move,
  type RockPaperScissorsOptions as Options,
  rockPaperScissorsMove,
  rockPaperScissorsOptions,
  type RockPaperScissorsSetup as Setup,
  type RockPaperScissorsState as State,
} from "./rock-paper-scissors-state.js";
import { choosers, outcomeOf, pointsOf } from "./score.js";

/** How long people look at a round before the next one's time begins to run, in milliseconds. */
export const PAUSE_MS = 3_000;

/** Everybody chooses in secret; all hands are shown when the last one has chosen, or when the time is up. */
export const rockPaperScissors: Game<State, Move, Event, Setup, Options> = {
  ...ROCK_PAPER_SCISSORS,
  options: rockPaperScissorsOptions,
  move: rockPaperScissorsMove,
  setup: ({ seats, options, now }) => ({
    seats: [...seats],
    rounds: options.rounds,
    roundMs: options.seconds * 1_000,
    at: now,
  }),
  start: ({ seats, rounds, roundMs, at }) => ({
    seats,
    rounds,
    roundMs,
    startedAt: at,
    choices: none(seats),
    chosenAt: at,
    scores: none(seats).map(() => 0),
    reveals: [],
    withdrawn: [],
  }),
  decide,
  evolve(state, event, { seat, at }) {
    if ("revealed" in event) return reveal(state, event.revealed, at);
    const choices = state.choices.map((choice, index) => (index === seat ? event.chose : choice));
    return { ...state, choices, chosenAt: at };
  },
  withdraw(state, seat) {
    if (state.withdrawn.includes(seat)) return state;
    return { ...state, withdrawn: [...state.withdrawn, seat] };
  },
  view: (event, mover, viewer) => ("chose" in event && mover !== viewer ? { chose: "sealed" } : event),
  viewState(state, viewer) {
    const seal = (choice: Choice, seat: number): Choice =>
      choice === null || seat === viewer ? choice : "sealed";
    return { ...state, choices: state.choices.map(seal) };
  },
  due: (state) => (outcomeOf(state) ? null : { at: revealAt(state), move: { reveal: true } }),
  turn: (state) => (outcomeOf(state) ? [] : awaited(state)),
  outcome: outcomeOf,
  bot: rockPaperScissorsBot,
};

/** When the time to choose is up. */
export function roundEndsAt({ startedAt, roundMs }: State): number {
  return startedAt + roundMs;
}

function revealAt(state: State): number {
  return undecided(state).length === 0 ? state.chosenAt : roundEndsAt(state);
}

/** Those who have not chosen; or all, for the moment until their hands are shown. */
function awaited(state: State): number[] {
  const left = undecided(state);
  return left.length > 0 ? left : choosers(state);
}

function undecided(state: State): number[] {
  return choosers(state).filter((seat) => state.choices[seat] === null);
}

function decide(state: State, move: Move, { seat, now }: MoveContext): GameDecision<Event> {
  if (outcomeOf(state)) return refused("wrong-phase", "The game is over.");
  if ("reveal" in move) {
    if (seat !== null || now < revealAt(state)) return refused("illegal-move", "It is not time to reveal.");
    const inRound = choosers(state);
    return {
      ok: true,
      event: { revealed: state.choices.map((choice, index) => shown(choice, inRound, index)) },
    };
  }
  if (seat === null || !choosers(state).includes(seat))
    return refused("not-your-turn", "You are not in this round.");
  if (state.choices[seat] !== null) return refused("illegal-move", "You have chosen.");
  if (now >= roundEndsAt(state)) return refused("illegal-move", "The time is up.");
  return { ok: true, event: { chose: move.choose } };
}

function shown(choice: Choice, inRound: readonly number[], seat: number): Hand | null {
  return choice === "sealed" || !inRound.includes(seat) ? null : choice;
}

function reveal(state: State, hands: readonly (Hand | null)[], at: number): State {
  const points = pointsOf(hands, choosers(state));
  const startedAt = at + PAUSE_MS;
  return {
    ...state,
    startedAt,
    choices: none(state.seats),
    chosenAt: at,
    scores: state.scores.map((score, seat) => score + (points[seat] ?? 0)),
    reveals: [...state.reveals, { hands, points }],
  };
}

function none(seats: readonly number[]): null[] {
  return Array(Math.max(...seats) + 1).fill(null);
}

function refused(code: RefusalCode, message: string): GameDecision<Event> {
  return { ok: false, refusal: refuse(code, message) };
}
