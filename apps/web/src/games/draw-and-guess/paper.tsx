import type { Json } from "@rejoin/protocol";
import { CANVAS, type Colour, type Stroke, type Width } from "@rejoin/rules/games/draw-and-guess/ink";
import { type CSSProperties, useId } from "react";
import { laterTexts } from "../../texts/later-texts";
import { INKS } from "./paint";
import { Picture } from "./picture";
import { usePen } from "./use-pen";

interface PaperProps {
  strokes: readonly Stroke[];
  pen: { colour: Colour; width: Width };
  play: (move: Json) => void;
}

/** The picture for whoever draws it. */
export function Paper({ strokes, pen, play }: PaperProps) {
  const { live, repaint, cursor, handlers } = usePen(pen, strokes, play);
  const help = useId();
  const t = laterTexts.drawAndGuess;
  return (
    <>
      <p id={help} className="sr-only">
        {t.penHelp}
      </p>
      {/* Its keys are its own: a screen reader must hand them on. */}
      <div
        role="application"
        aria-label={`${t.pen}, ${cursor.isDown ? t.penDown : t.penUp}`}
        aria-describedby={help}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: one draws here with the keyboard
        tabIndex={0}
        className="draw-paper group relative cursor-crosshair touch-none rounded-2xl select-none"
        {...handlers}
      >
        <Picture strokes={strokes} live={live} repaint={repaint} />
        <span
          aria-hidden
          style={
            {
              left: `${(cursor.at[0] / CANVAS) * 100}%`,
              top: `${(cursor.at[1] / CANVAS) * 100}%`,
              "--ink": INKS[pen.colour],
            } as CSSProperties
          }
          data-down={cursor.isDown || undefined}
          className="draw-cursor"
        />
      </div>
    </>
  );
}
