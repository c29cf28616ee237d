import type { Json } from "@rejoin/protocol";
import { laterTexts } from "../../texts/later-texts";
import { Button } from "../../ui/button";
import { useGridKeys } from "../use-grid-keys";

/** The words to choose from, for whoever draws. */
export function WordChoice({ words, play }: { words: readonly string[]; play: (move: Json) => void }) {
  const keys = useGridKeys(words.length, 1);
  return (
    <fieldset onKeyDown={keys.onKeyDown} className="grid w-full max-w-72 gap-2.5 p-3">
      <legend className="mb-4 w-full text-center font-display text-xl font-bold">
        {laterTexts.drawAndGuess.chooseWord}
      </legend>
      {words.map((word, index) => (
        <Button
          key={word}
          className="px-4 text-lg"
          onClick={() => play({ type: "choose", word: index })}
          {...keys.cell(index, 0)}
        >
          {word}
        </Button>
      ))}
    </fieldset>
  );
}
