import { type Refusal, refuse } from "@rejoin/protocol";
import type {
  DrawAndGuessEvent as Event,
  DrawAndGuessSetup as Setup,
  DrawAndGuessState as State,
} from "./draw-and-guess-state.js";
import { names } from "./spelling.js";

/** Words are for the drawer until the turn ends, and for who has guessed theirs; near misses for whoever made them. */
export function viewEvent(event: Event, mover: number | null, viewer: number | null): Event {
  switch (event.type) {
    case "turn":
      return viewer === event.drawer ? event : { ...event, offer: null };
    case "chosen":
      return viewer === event.drawer ? event : { ...event, word: null };
    case "guess":
      return !event.near || viewer === mover ? event : { ...event, near: false };
    case "solved":
      return viewer === mover ? event : { ...event, word: null };
    default:
      return event;
  }
}

export function viewSetup(setup: Setup, viewer: number | null): Setup {
  return viewer === setup.order[0] ? setup : { ...setup, offer: null };
}

export function viewDrawAndGuess(state: State, viewer: number | null): State {
  const { stage } = state;
  if (stage.kind === "choosing")
    return viewer === state.drawer ? state : { ...state, stage: { ...stage, offer: null } };
  if (stage.kind !== "drawing") return state;
  const guesses = stage.guesses.map((guess) => ({ ...guess, near: guess.near && guess.seat === viewer }));
  const word = knowsWord(state, viewer) ? stage.word : null;
  return { ...state, stage: { ...stage, word, guesses } };
}

/** Who knows a word must not say it to the table either. */
export function refuseTalk(state: State, seat: number, text: string): Refusal | null {
  const { stage } = state;
  if (!knowsWord(state, seat)) return null;
  const secret = stage.kind === "choosing" ? (stage.offer ?? []) : [stage.word ?? ""];
  if (!secret.some((word) => names(text, word))) return null;
  return refuse("illegal-move", "That would give the word away.");
}

function knowsWord({ stage, drawer }: State, seat: number | null): boolean {
  if (stage.kind === "shown") return false;
  if (seat === drawer) return true;
  return stage.kind === "drawing" && stage.solved.some((guesser) => guesser.seat === seat);
}
