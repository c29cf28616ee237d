import { CODE_LENGTH, roomCode } from "@rejoin/protocol";
import { type FormEvent, useId, useState } from "react";
import { useNavigate } from "react-router";
import { texts } from "../../texts/texts";
import { Button } from "../../ui/button";
import { classNames } from "../../ui/class-names";
import { INPUT_LOOK } from "../../ui/field";

/** A code that somebody read out, and a press. */
export function JoinByCode({ autoFocus = false }: { autoFocus?: boolean }) {
  const navigate = useNavigate();
  const id = useId();
  const [text, setText] = useState("");
  const [malformed, setMalformed] = useState(false);
  const join = (event: FormEvent): void => {
    event.preventDefault();
    const code = roomCode.safeParse(text);
    if (code.success) navigate(`/r/${code.data}`);
    else setMalformed(true);
  };
  return (
    <form onSubmit={join} noValidate>
      <label htmlFor={id} className="mb-1.5 block text-sm font-semibold text-soft">
        {texts.lobby.join.code}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          // biome-ignore lint/a11y/noAutofocus: only where the page is about nothing but the code
          autoFocus={autoFocus}
          value={text}
          placeholder={texts.lobby.join.placeholder}
          maxLength={CODE_LENGTH * 2}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-invalid={malformed || undefined}
          aria-describedby={malformed ? `${id}-error` : undefined}
          onChange={(event) => {
            setText(event.target.value);
            setMalformed(false);
          }}
          className={classNames(
            INPUT_LOOK,
            "font-mono text-lg tracking-[0.12em] uppercase placeholder:opacity-70",
          )}
        />
        <Button type="submit">{texts.lobby.join.submit}</Button>
      </div>
      {malformed && (
        <p id={`${id}-error`} role="alert" className="mt-1.5 text-sm font-medium text-danger">
          {texts.lobby.join.malformed}
        </p>
      )}
    </form>
  );
}
