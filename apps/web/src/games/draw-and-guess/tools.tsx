import type { Json } from "@rejoin/protocol";
import { COLOURS, type Colour, WIDTHS, type Width } from "@rejoin/rules/games/draw-and-guess/ink";
import Trash from "lucide-react/icons/trash-2";
import Undo from "lucide-react/icons/undo-2";
import { useId } from "react";
import { laterTexts } from "../../texts/later-texts";
import { iconButtonLook } from "../../ui/button";
import { INKS } from "./paint";

interface ToolsProps {
  pen: { colour: Colour; width: Width };
  choose: (pen: { colour: Colour; width: Width }) => void;
  isBlank: boolean;
  play: (move: Json) => void;
}

/** Pens to choose from, and ways back. */
export function Tools({ pen, choose, isBlank, play }: ToolsProps) {
  const group = useId();
  const t = laterTexts.drawAndGuess;
  return (
    <fieldset className="flex min-w-0 flex-wrap items-center justify-between gap-x-2 gap-y-1">
      <legend className="sr-only">{t.tools}</legend>
      <div role="radiogroup" aria-label={t.colour} className="draw-inks">
        {COLOURS.map((colour) => (
          <label key={colour} title={t.colours[colour]} className="draw-choice">
            <input
              type="radio"
              name={`${group}-colour`}
              aria-label={t.colours[colour]}
              checked={pen.colour === colour}
              onChange={() => choose({ ...pen, colour })}
            />
            <span aria-hidden style={{ background: INKS[colour] }} className="draw-ink" />
          </label>
        ))}
      </div>
      <div role="radiogroup" aria-label={t.width} className="flex">
        {WIDTHS.map((width) => (
          <label key={width} title={t.widths[width]} className="draw-choice">
            <input
              type="radio"
              name={`${group}-width`}
              aria-label={t.widths[width]}
              checked={pen.width === width}
              onChange={() => choose({ ...pen, width })}
            />
            <span
              aria-hidden
              style={{ width: width * 0.8 + 3, height: width * 0.8 + 3 }}
              className="draw-width"
            />
          </label>
        ))}
      </div>
      <div className="flex">
        <button
          type="button"
          aria-label={t.undo}
          title={t.undo}
          disabled={isBlank}
          onClick={() => play({ type: "undo" })}
          className={iconButtonLook()}
        >
          <Undo aria-hidden size={19} />
        </button>
        <button
          type="button"
          aria-label={t.clear}
          title={t.clear}
          disabled={isBlank}
          onClick={() => play({ type: "clear" })}
          className={iconButtonLook()}
        >
          <Trash aria-hidden size={19} />
        </button>
      </div>
    </fieldset>
  );
}
