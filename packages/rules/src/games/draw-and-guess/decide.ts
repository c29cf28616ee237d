import { type RefusalCode, refuse } from "@rejoin/protocol";
import type { GameDecision, MoveContext } from "../../game.js";
import {
  type Choosing,
  type DrawAndGuessEvent,
  type DrawAndGuessMove,
  type DrawAndGuessState,
  type Drawing,
  OFFERED,
} from "./draw-and-guess-state.js";
import { inkOf, MOST_INK, MOST_STROKES } from "./ink.js";
import { hiddenPlaces, patternOf } from "./pattern.js";
import { pointsForDrawing, pointsForGuessing } from "./scoring.js";
import { isNearWord, isSameWord } from "./spelling.js";
import { dueOf, isTurnOver, nextTurn, outcomeOf, stillIn } from "./turns.js";
import { drawWords, WORD_LISTS } from "./words/word-lists.js";

type State = DrawAndGuessState;
type Decision = GameDecision<DrawAndGuessEvent>;
type Move<Type> = Extract<DrawAndGuessMove, { type: Type }>;

export function decideDrawAndGuess(state: State, move: DrawAndGuessMove, context: MoveContext): Decision {
  if (outcomeOf(state)) return refused("wrong-phase", "The game is over.");
  const { seat, now, random } = context;
  if (move.type === "time") return decideTime(state, context);
  if (seat === null || !stillIn(state).includes(seat))
    return refused("not-your-turn", "You are not in this game.");
  const { stage } = state;
  if (stage.kind === "shown") return decideGoOn(state, move, seat, random);
  if (now >= stage.until) return refused("illegal-move", "The time is up.");
  if (stage.kind === "choosing") return decideChoice(state, stage, move, seat);
  if (move.type === "guess") return decideGuess(state, stage, move, seat, now);
  return decideDrawing(state, stage, move, seat);
}

function decideTime(state: State, { seat, now, random }: MoveContext): Decision {
  const due = dueOf(state);
  if (seat !== null || !due || now < due.at) return refused("illegal-move", "It is not time for that.");
  const { stage, drawer } = state;
  if (stage.kind === "shown") return beginTurn(state, random);
  if (stage.kind === "drawing")
    return now >= stage.until || isTurnOver(state, stage) ? endTurn(state, stage) : hint(stage, random);
  const word = stage.offer?.[Math.floor(random() * stage.offer.length)];
  if (state.withdrawn.includes(drawer) || word === undefined)
    return { ok: true, event: { type: "ended", word: null, points: 0 } };
  return chosen(drawer, word);
}

function beginTurn(state: State, random: () => number): Decision {
  const next = nextTurn(state);
  if (!next) return refused("wrong-phase", "There is no other turn.");
  const offer = drawWords(WORD_LISTS[state.language], state.used, OFFERED, random);
  return { ok: true, event: { type: "turn", ...next, offer } };
}

function endTurn(state: State, stage: Drawing): Decision {
  const points = pointsForDrawing(state, stage);
  return { ok: true, event: { type: "ended", word: stage.word, points } };
}

function hint({ pattern, word }: Drawing, random: () => number): Decision {
  const places = hiddenPlaces(pattern);
  const place = places[Math.floor(random() * places.length)] ?? 0;
  return { ok: true, event: { type: "hint", place, letter: [...(word ?? "")][place] ?? "" } };
}

function decideGoOn(state: State, move: DrawAndGuessMove, seat: number, random: () => number): Decision {
  if (move.type !== "go-on") return refused("wrong-phase", "This turn is over.");
  if (nextTurn(state)?.drawer !== seat) return refused("not-your-turn", "Somebody else draws next.");
  return beginTurn(state, random);
}

function decideChoice(state: State, { offer }: Choosing, move: DrawAndGuessMove, seat: number): Decision {
  if (move.type !== "choose") return refused("wrong-phase", "The word is being chosen.");
  if (seat !== state.drawer) return refused("not-your-turn", "Somebody else chooses the word.");
  const word = offer?.[move.word];
  return word === undefined ? refused("illegal-move", "There is no such word.") : chosen(seat, word);
}

function chosen(drawer: number, word: string): Decision {
  return { ok: true, event: { type: "chosen", drawer, word, pattern: patternOf(word) } };
}

function decideGuess(
  state: State,
  stage: Drawing,
  { text }: Move<"guess">,
  seat: number,
  now: number,
): Decision {
  if (seat === state.drawer) return refused("illegal-move", "You are drawing: the others guess.");
  if (stage.solved.some((guesser) => guesser.seat === seat))
    return refused("illegal-move", "You have guessed it. Do not give it away.");
  const { articles } = WORD_LISTS[state.language];
  const { word } = stage;
  if (word !== null && isSameWord(text, word, articles))
    return { ok: true, event: { type: "solved", word, points: pointsForGuessing(state, stage, now) } };
  return {
    ok: true,
    event: { type: "guess", text, near: word !== null && isNearWord(text, word, articles) },
  };
}

function decideDrawing(state: State, { strokes }: Drawing, move: DrawAndGuessMove, seat: number): Decision {
  if (seat !== state.drawer) return refused("not-your-turn", "Somebody else draws.");
  if (move.type === "clear") return { ok: true, event: { type: "clear" } };
  if (move.type === "undo")
    return strokes.length > 0
      ? { ok: true, event: { type: "undo" } }
      : refused("illegal-move", "There is nothing to take back.");
  if (move.type !== "stroke") return refused("wrong-phase", "The word is chosen: draw it.");
  if (move.goesOn && strokes.length === 0)
    return refused("illegal-move", "There is no stroke to go on with.");
  const isNew = !move.goesOn;
  const isFull = inkOf(strokes) + move.points.length > MOST_INK || (isNew && strokes.length >= MOST_STROKES);
  return isFull
    ? refused("illegal-move", "The picture is full. Take a stroke back, or clear it.")
    : { ok: true, event: move };
}

function refused(code: RefusalCode, message: string): Decision {
  return { ok: false, refusal: refuse(code, message) };
}
