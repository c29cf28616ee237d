import type { Game } from "../../game.js";
import { DRAW_AND_GUESS } from "../catalogue.js";
import { drawAndGuessBot } from "./bot/draw-and-guess-bot.js";
import { decideDrawAndGuess } from "./decide.js";
import {
  CHOOSE_MS,
  type DrawAndGuessEvent,
  type DrawAndGuessMove,
  type DrawAndGuessOptions,
  type DrawAndGuessSetup,
  type DrawAndGuessState,
  drawAndGuessMove,
  drawAndGuessOptions,
  OFFERED,
} from "./draw-and-guess-state.js";
import { evolveDrawAndGuess } from "./evolve.js";
import { dueOf, outcomeOf, seatsToMove } from "./turns.js";
import { refuseTalk, viewDrawAndGuess, viewEvent, viewSetup } from "./view.js";
import { drawWords, WORD_LISTS } from "./words/word-lists.js";

/** Each draws in turn what the others guess. */
export const drawAndGuess: Game<
  DrawAndGuessState,
  DrawAndGuessMove,
  DrawAndGuessEvent,
  DrawAndGuessSetup,
  DrawAndGuessOptions
> = {
  ...DRAW_AND_GUESS,
  options: drawAndGuessOptions,
  move: drawAndGuessMove,
  setup({ seats, round, options, now, random }) {
    const { rounds, seconds, language } = options;
    const first = round % seats.length;
    return {
      order: [...seats.slice(first), ...seats.slice(0, first)],
      rounds,
      drawMs: seconds * 1_000,
      language,
      at: now,
      offer: drawWords(WORD_LISTS[language], [], OFFERED, random),
    };
  },
  start: ({ order, rounds, drawMs, language, at, offer }) => ({
    order,
    rounds,
    drawMs,
    language,
    scores: Array(Math.max(...order) + 1).fill(0),
    withdrawn: [],
    used: [],
    turn: 0,
    drawer: order[0] ?? 0,
    stage: { kind: "choosing", startedAt: at, until: at + CHOOSE_MS, offer },
  }),
  decide: decideDrawAndGuess,
  evolve: evolveDrawAndGuess,
  withdraw(state, seat) {
    if (state.withdrawn.includes(seat)) return state;
    return { ...state, withdrawn: [...state.withdrawn, seat] };
  },
  view: viewEvent,
  viewSetup,
  viewState: viewDrawAndGuess,
  due: dueOf,
  turn: seatsToMove,
  outcome: outcomeOf,
  refuseTalk,
  bot: drawAndGuessBot,
};
