import { CANVAS, type Colour, type Point, packPoints, type Stroke, type Width } from "../../ink.js";

/** Pictures are described on a square of a hundred units each way, (0, 0) at the top left. */
const UNIT = (CANVAS - 1) / 100;
/** Degrees from one point of a curve to the next. */
const STEP = 15;

/** Through points, given as x, y, x, y, … */
export function line(colour: Colour, ...numbers: number[]): Stroke {
  return stroke(
    colour,
    numbers.flatMap((x, index) => (index % 2 === 0 ? [[x, numbers[index + 1] ?? 0] as const] : [])),
  );
}

/** A line that ends where it began. */
export function shape(colour: Colour, ...numbers: number[]): Stroke {
  return line(colour, ...numbers, ...numbers.slice(0, 2));
}

export function box(colour: Colour, left: number, top: number, right: number, bottom: number): Stroke {
  return shape(colour, left, top, right, top, right, bottom, left, bottom);
}

/** A part of an ellipse, in degrees: 0 is to the right, 90 below. */
export function arc(colour: Colour, [x, y]: Point, [across, down]: Point, from: number, to: number): Stroke {
  const steps = Math.max(1, Math.ceil(Math.abs(to - from) / STEP));
  return stroke(
    colour,
    Array.from({ length: steps + 1 }, (_, step): Point => {
      const angle = ((from + ((to - from) * step) / steps) * Math.PI) / 180;
      return [x + across * Math.cos(angle), y + down * Math.sin(angle)];
    }),
  );
}

export function ring(colour: Colour, x: number, y: number, across: number, down = across): Stroke {
  return arc(colour, [x, y], [across, down], 0, 360);
}

/** A small filled spot. */
export function dot(colour: Colour, x: number, y: number): Stroke {
  return stroke(
    colour,
    [
      [x, y],
      [x + 1, y],
    ],
    12,
  );
}

function stroke(colour: Colour, points: readonly Point[], width: Width = 6): Stroke {
  return { colour, width, points: packPoints(points.map(([x, y]) => [x * UNIT, y * UNIT])) };
}
