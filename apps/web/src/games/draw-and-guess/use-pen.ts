import type { Json } from "@rejoin/protocol";
import {
  CANVAS,
  type Colour,
  inkOf,
  MOST_IN_A_MOVE,
  MOST_INK,
  MOST_STROKES,
  type Point,
  type Stroke,
  type Width,
} from "@rejoin/rules/games/draw-and-guess/ink";
import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from "react";
import { laterTexts } from "../../texts/later-texts";
import { announce } from "../../ui/announcer";
import { notify } from "../../ui/toasts";
import { InkFlow } from "./ink-flow";
import type { LiveStroke } from "./paint";
import { pointUnder, steppedFrom } from "./points-on-paper";

interface Pen {
  /** What is under the pen and not yet in the state. */
  live: RefObject<LiveStroke | null>;
  repaint: RefObject<() => void>;
  /** Where the pen of the keyboard is, and whether it is down. */
  cursor: { at: Point; isDown: boolean };
  /** For the paper. */
  handlers: {
    onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    onPointerUp: () => void;
    onPointerCancel: () => void;
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
    onBlur: () => void;
  };
}

/**
 * Drawing: with a mouse, a finger, a pen, or the arrow keys. What is drawn is shown at once, and handed to the table in
 * pieces. It stays shown until the state has it.
 */
export function usePen(
  pen: { colour: Colour; width: Width },
  strokes: readonly Stroke[],
  play: (move: Json) => void,
): Pen {
  const live = useRef<LiveStroke>(null);
  const repaint = useRef<() => void>(() => undefined);
  const flow = useRef<InkFlow>(null);
  const [at, setAt] = useState<Point>([CANVAS / 2, CANVAS / 2]);
  const [isDown, setDown] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new strokes are what may hold all that was drawn
  useEffect(() => {
    if (flow.current) return;
    live.current = null;
    repaint.current();
  }, [strokes]);
  // The paper goes when the turn is over, and what comes too late would be refused.
  useEffect(() => () => flow.current?.drop(), []);
  const isFull = hasNoRoom(strokes);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what fills the picture lifts the pen
  useEffect(() => {
    if (isFull && flow.current) lift();
  }, [isFull]);

  const putDown = (point: Point): boolean => {
    lift();
    if (isFull) {
      notify(laterTexts.drawAndGuess.full);
      return false;
    }
    flow.current = new InkFlow(pen, point, play);
    live.current = flow.current.stroke;
    repaint.current();
    return true;
  };
  const draw = (points: readonly Point[]): void => {
    for (const point of points) flow.current?.add(point);
    repaint.current();
  };
  const lift = (): void => {
    flow.current?.end();
    flow.current = null;
    setDown(false);
  };
  const toggle = (): void => {
    if (isDown) lift();
    else if (putDown(at)) setDown(true);
    else return;
    announce(isDown ? laterTexts.drawAndGuess.penUp : laterTexts.drawAndGuess.penDown);
  };
  const go = (next: Point): void => {
    setAt(next);
    if (isDown) draw([next]);
  };
  return {
    live,
    repaint,
    cursor: { at, isDown },
    handlers: {
      onPointerDown(event) {
        if (event.button !== 0 || !event.isPrimary) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        putDown(pointUnder(event.currentTarget, event));
      },
      onPointerMove(event) {
        if (!flow.current || isDown) return;
        const { currentTarget, nativeEvent } = event;
        const moves = nativeEvent.getCoalescedEvents?.() ?? [];
        draw((moves.length > 0 ? moves : [nativeEvent]).map((one) => pointUnder(currentTarget, one)));
      },
      onPointerUp: lift,
      onPointerCancel: lift,
      onKeyDown(event) {
        const next = steppedFrom(at, event);
        if (next) go(next);
        else if (event.key === " ") toggle();
        else if (event.key === "Escape") lift();
        else return;
        event.preventDefault();
      },
      onBlur: lift,
    },
  };
}

/** Whether a stroke that is begun now might not find room to its end. */
function hasNoRoom(strokes: readonly Stroke[]): boolean {
  return inkOf(strokes) > MOST_INK - MOST_IN_A_MOVE || strokes.length >= MOST_STROKES;
}
