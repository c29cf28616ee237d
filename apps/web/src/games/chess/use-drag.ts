import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from "react";
import type { Choice } from "./use-choice";

/** A press that moves less than this, in pixels, is a press. */
const SLACK = 6;

interface Drag {
  /** The square that the last piece was dropped on by hand: it is there already, and need not slide. */
  dropped: string | null;
  /** For the board. */
  onPointerDown: (event: ReactPointerEvent<HTMLElement>) => void;
}

/** Moving a piece by dragging it: with a mouse, a finger or a pen. */
export function useDrag(choice: Choice): Drag {
  const [dropped, setDropped] = useState<string | null>(null);
  const latest = useRef(choice);
  latest.current = choice;
  const stop = useRef<() => void>(null);
  useEffect(() => () => stop.current?.(), []);

  const onPointerDown = (event: ReactPointerEvent<HTMLElement>): void => {
    const button = squareAt(event.target);
    const from = button?.dataset.square;
    setDropped(null);
    if (!button || !from || event.button !== 0 || !choice.canLift(from)) return;
    const piece = button.querySelector<HTMLElement>("[data-piece]");
    if (piece) stop.current = follow({ piece, from, x: event.clientX, y: event.clientY }, latest, setDropped);
  };
  return { dropped, onPointerDown };
}

interface Held {
  piece: HTMLElement;
  from: string;
  x: number;
  y: number;
}

/** Lets a piece follow the pointer until that is let go. @returns how to stop */
function follow(
  { piece, from, x, y }: Held,
  choice: { current: Choice },
  setDropped: (square: string) => void,
): () => void {
  const over = new AbortController();
  let isLifted = false;
  const end = (): void => {
    over.abort();
    piece.style.translate = "";
    piece.style.zIndex = "";
    piece.style.scale = "";
  };
  const on = { signal: over.signal };
  window.addEventListener(
    "pointermove",
    (event) => {
      const [dx, dy] = [event.clientX - x, event.clientY - y];
      if (!isLifted && Math.hypot(dx, dy) < SLACK) return;
      if (!isLifted) choice.current.lift(from);
      isLifted = true;
      piece.style.translate = `${dx}px ${dy}px`;
      piece.style.zIndex = "9";
      piece.style.scale = "1.15";
    },
    on,
  );
  window.addEventListener(
    "pointerup",
    (event) => {
      end();
      const to = squareAt(document.elementFromPoint(event.clientX, event.clientY))?.dataset.square;
      if (isLifted && to && to !== from && choice.current.drop(from, to)) setDropped(to);
    },
    on,
  );
  window.addEventListener("pointercancel", end, on);
  return end;
}

function squareAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-square]") : null;
}
