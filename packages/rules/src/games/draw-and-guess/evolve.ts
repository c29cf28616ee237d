import {
  CHOOSE_MS,
  type Drawing,
  type DrawAndGuessEvent as Event,
  GUESSES_KEPT,
  SHOW_MS,
  type DrawAndGuessState as State,
} from "./draw-and-guess-state.js";
import type { Stroke } from "./ink.js";
import { withLetter } from "./pattern.js";

export function evolveDrawAndGuess(
  state: State,
  event: Event,
  { seat, at }: { seat: number | null; at: number },
): State {
  if (event.type === "turn") {
    const { turn, drawer, offer } = event;
    const stage = { kind: "choosing", startedAt: at, until: at + CHOOSE_MS, offer } as const;
    return { ...state, turn, drawer, stage };
  }
  if (event.type === "chosen") return { ...state, stage: blankPicture(state, event, at) };
  if (event.type === "ended") return endTurn(state, event, at);
  const { stage } = state;
  if (stage.kind !== "drawing") return state;
  const changed = { ...state, stage: { ...stage, ...changeOf(stage, event, seat ?? state.drawer, at) } };
  return event.type === "solved" && seat !== null ? addPoints(changed, seat, event.points) : changed;
}

function blankPicture(
  { drawMs }: State,
  { word, pattern }: Extract<Event, { type: "chosen" }>,
  at: number,
): Drawing {
  const until = at + drawMs;
  return { kind: "drawing", startedAt: at, until, word, pattern, strokes: [], guesses: [], solved: [] };
}

/** A turn whose word was never chosen shows none, and is passed over at once. */
function endTurn(state: State, { word, points }: Extract<Event, { type: "ended" }>, at: number): State {
  const { strokes, solved } = state.stage.kind === "choosing" ? { strokes: [], solved: [] } : state.stage;
  const until = word === null ? at : at + SHOW_MS;
  const used = word === null ? state.used : [...state.used, word];
  return addPoints(
    { ...state, used, stage: { kind: "shown", until, word, strokes, solved } },
    state.drawer,
    points,
  );
}

function changeOf(
  stage: Drawing,
  event: Exclude<Event, { type: "turn" | "chosen" | "ended" }>,
  seat: number,
  at: number,
): Partial<Drawing> {
  switch (event.type) {
    case "stroke":
      return { strokes: addStroke(stage.strokes, event) };
    case "undo":
      return { strokes: stage.strokes.slice(0, -1) };
    case "clear":
      return { strokes: [] };
    case "guess": {
      const guess = { seat, text: event.text, near: event.near };
      return { guesses: [...stage.guesses, guess].slice(-GUESSES_KEPT) };
    }
    case "solved":
      return {
        word: event.word ?? stage.word,
        solved: [...stage.solved, { seat, points: event.points, at }],
      };
    case "hint":
      return { pattern: withLetter(stage.pattern, event.place, event.letter) };
  }
}

function addStroke(
  strokes: readonly Stroke[],
  { colour, width, points, goesOn }: Extract<Event, { type: "stroke" }>,
): Stroke[] {
  const last = strokes.at(-1);
  if (goesOn && last) return [...strokes.slice(0, -1), { ...last, points: last.points + points }];
  return [...strokes, { colour, width, points }];
}

function addPoints(state: State, seat: number, points: number): State {
  return {
    ...state,
    scores: state.scores.map((score, index) => (index === seat ? score + points : score)),
  };
}
