import { HIDDEN } from "@rejoin/rules/games/draw-and-guess/pattern";
import { laterTexts } from "../../texts/later-texts";
import { classNames } from "../../ui/class-names";

/** More places than this stand close together on a phone, so that they are in one line. */
const MANY = 9;

/** How long the word is, and the letters of it that were given. */
export function WordPattern({ pattern }: { pattern: string }) {
  const t = laterTexts.drawAndGuess;
  const places = [...pattern];
  const letters = places.filter((letter) => /[\p{L}\p{N}_]/u.test(letter)).length;
  const read = places.map((letter) => (letter === HIDDEN ? t.hidden : letter === " " ? t.space : letter));
  return (
    <>
      <span className="sr-only">{t.pattern(t.letters(letters), read)}</span>
      <span
        aria-hidden
        className={classNames(
          "flex items-end font-mono text-lg leading-none font-bold @sm:gap-1",
          places.length > MANY ? "gap-0.5" : "gap-1",
        )}
      >
        {places.map((letter, place) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a letter is its place
            key={place}
            className={classNames(
              "grid h-7 min-w-0 place-items-center",
              letter === " " ? "basis-2" : "basis-4 border-b-3 border-current",
            )}
          >
            {letter === HIDDEN ? "" : letter.toUpperCase()}
          </span>
        ))}
        <span className="ml-1 text-xs font-normal text-soft">{letters}</span>
      </span>
    </>
  );
}
