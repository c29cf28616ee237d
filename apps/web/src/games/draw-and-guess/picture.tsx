import type { Stroke } from "@rejoin/rules/games/draw-and-guess/ink";
import { type RefObject, useCallback, useEffect, useRef } from "react";
import { type LiveStroke, paint } from "./paint";

interface PictureProps {
  strokes: readonly Stroke[];
  /** What is under the pen, on top of the strokes. Painted again when `repaint` is called. */
  live?: RefObject<LiveStroke | null>;
  /** Given a function that paints what is under the pen, as soon as there is one. */
  repaint?: RefObject<() => void>;
}

/** A picture, painted from its strokes as sharply as the screen can show it. It says nothing: words stand around it. */
export function Picture({ strokes, live, repaint }: PictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const paintNow = useCallback(() => {
    const context = canvas.current?.getContext("2d");
    if (context) paint(context, context.canvas.width, strokes, live?.current ?? null);
  }, [strokes, live]);
  useEffect(() => {
    if (repaint) repaint.current = paintNow;
    paintNow();
  }, [paintNow, repaint]);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const watch = new ResizeObserver(() => {
      const size = Math.round(element.clientWidth * Math.min(devicePixelRatio, 3));
      if (element.width === size) return;
      element.width = size;
      element.height = size;
      paintNow();
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [paintNow]);
  return <canvas ref={canvas} aria-hidden className="block aspect-square w-full draw-sheet rounded-2xl" />;
}
