import { cleanText, type Json } from "@rejoin/protocol";
import type { Guess } from "@rejoin/rules/games/draw-and-guess/draw-and-guess-state";
import { type FormEvent, useId, useState } from "react";
import { laterTexts } from "../../texts/later-texts";
import { Button } from "../../ui/button";
import { classNames } from "../../ui/class-names";
import { INPUT_LOOK } from "../../ui/field";

/** As the rules have it. */
const MOST_LETTERS = 40;

interface GuessFormProps {
  /** One's own last guess in this turn. */
  last: Guess | null;
  play: (move: Json) => void;
}

/** Where one guesses. What came of the last guess is told below it, to whoever guessed and to nobody else. */
export function GuessForm({ last, play }: GuessFormProps) {
  const [text, setText] = useState("");
  const id = useId();
  const t = laterTexts.drawAndGuess;
  const guess = (event: FormEvent): void => {
    event.preventDefault();
    if (!cleanText(text)) return;
    setText("");
    play({ type: "guess", text });
  };
  return (
    <form onSubmit={guess} className="grid gap-1">
      <div className="flex gap-2">
        <label htmlFor={id} className="sr-only">
          {t.guess}
        </label>
        <input
          id={id}
          value={text}
          maxLength={MOST_LETTERS}
          placeholder={t.guessPlaceholder}
          autoComplete="off"
          autoCapitalize="off"
          enterKeyHint="send"
          onChange={(event) => setText(event.target.value)}
          className={classNames(INPUT_LOOK, "flex-1")}
        />
        <Button type="submit" look="primary" className="px-5">
          {t.send}
        </Button>
      </div>
      <p
        role="status"
        className={classNames("min-h-5 text-center text-sm", last?.near ? "font-bold" : "text-soft")}
      >
        {last && (last.near ? t.near(last.text) : t.wrong(last.text))}
      </p>
    </form>
  );
}
