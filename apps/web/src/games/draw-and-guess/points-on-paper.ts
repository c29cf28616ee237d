import { CANVAS, type Point } from "@rejoin/rules/games/draw-and-guess/ink";

/** How far an arrow key moves the pen, and with Shift, in units of the canvas. */
const STEP = 12;
const LONG_STEP = 48;
const STEPS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Where a pointer is on the paper, in units of the canvas. */
export function pointUnder(
  paper: HTMLElement,
  { clientX, clientY }: { clientX: number; clientY: number },
): Point {
  const { left, top, width } = paper.getBoundingClientRect();
  const unit = CANVAS / width;
  return [within((clientX - left) * unit), within((clientY - top) * unit)];
}

/** Where an arrow key leads, with Shift by a large step; null for any other key. */
export function steppedFrom(
  [x, y]: Point,
  { key, shiftKey }: { key: string; shiftKey: boolean },
): Point | null {
  const step = STEPS[key];
  if (!step) return null;
  const far = shiftKey ? LONG_STEP : STEP;
  return [within(x + step[0] * far), within(y + step[1] * far)];
}

function within(value: number): number {
  return Math.min(CANVAS - 1, Math.max(0, value));
}
