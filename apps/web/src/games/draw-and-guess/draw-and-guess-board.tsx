import type { DrawAndGuessState } from "@rejoin/rules/games/draw-and-guess/draw-and-guess-state";
import type { Colour, Width } from "@rejoin/rules/games/draw-and-guess/ink";
import { nextTurn, outcomeOf } from "@rejoin/rules/games/draw-and-guess/turns";
import { useState } from "react";
import { laterTexts } from "../../texts/later-texts";
import { texts } from "../../texts/texts";
import { Button } from "../../ui/button";
import { anyBoard, type BoardProps } from "../board";
import { DrawAndGuessGlyph } from "./draw-and-guess-glyph";
import { GuessForm } from "./guess-form";
import { Paper } from "./paper";
import { Picture } from "./picture";
import { Scores } from "./scores";
import { Tools } from "./tools";
import { TurnHead } from "./turn-head";
import { WordChoice } from "./word-choice";
import "./draw-and-guess.css";

const FIRST_PEN: { colour: Colour; width: Width } = { colour: "black", width: 6 };

type Props = BoardProps<DrawAndGuessState>;

/** The picture, with the word above it and what one can do about it below. */
function DrawAndGuessBoard(props: Props) {
  const { state, name, names, mySeat, playing, now } = props;
  const [pen, choosePen] = useState(FIRST_PEN);
  const { stage } = state;
  const draws = playing && mySeat === state.drawer && stage.kind === "drawing";
  return (
    <section aria-label={name} className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <TurnHead state={state} mySeat={playing ? mySeat : null} isOver={outcomeOf(state) !== null} now={now} />
      <div className="relative rounded-2xl shadow-lift">
        {draws ? (
          <Paper key={state.turn} strokes={stage.strokes} pen={pen} play={props.play} />
        ) : (
          <Seen {...props} />
        )}
      </div>
      {draws && <Tools pen={pen} choose={choosePen} isBlank={stage.strokes.length === 0} play={props.play} />}
      <Guessing key={state.turn} {...props} />
      <Scores state={state} names={names} />
    </section>
  );
}

/** The picture for everybody else; and over it, what happens before and after. */
function Seen({ state, names, mySeat, playing, play }: Props) {
  const { stage, drawer } = state;
  const t = laterTexts.drawAndGuess;
  const artist = names[drawer] ?? texts.games.somebody;
  const strokes = stage.kind === "choosing" ? [] : stage.strokes;
  return (
    <>
      <div role="img" aria-label={t.picture(artist, strokes.length)}>
        <Picture strokes={strokes} />
      </div>
      {stage.kind === "choosing" && (
        <div className="absolute inset-0 grid place-items-center rounded-2xl bg-raised text-center">
          {playing && mySeat === drawer && stage.offer ? (
            <WordChoice words={stage.offer} play={play} />
          ) : (
            <span className="animate-breathe text-soft">
              <DrawAndGuessGlyph size={72} />
            </span>
          )}
        </div>
      )}
    </>
  );
}

/** Below the picture: the line one guesses on, or how to begin the next turn at once. */
function Guessing({ state, mySeat, playing, play }: Props) {
  const { stage, drawer } = state;
  const next = stage.kind === "shown" ? nextTurn(state) : null;
  if (playing && next && next.drawer === mySeat) {
    return (
      <Button look="primary" onClick={() => play({ type: "go-on" })}>
        {laterTexts.drawAndGuess.goOn}
      </Button>
    );
  }
  if (!playing || mySeat === null || mySeat === drawer || stage.kind !== "drawing") return null;
  if (stage.solved.some(({ seat }) => seat === mySeat)) return null;
  return <GuessForm last={stage.guesses.findLast(({ seat }) => seat === mySeat) ?? null} play={play} />;
}

export default anyBoard(DrawAndGuessBoard);
