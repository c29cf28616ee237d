/** The picture is a square of so many units each way. */
export const CANVAS = 512;

export const COLOURS = [
  "black",
  "grey",
  "white",
  "red",
  "orange",
  "yellow",
  "green",
  "blue",
  "purple",
  "pink",
  "brown",
] as const;
export type Colour = (typeof COLOURS)[number];

/** In units of the canvas. */
export const WIDTHS = [3, 6, 12, 24] as const;
export type Width = (typeof WIDTHS)[number];

export type Point = readonly [x: number, y: number];

export interface Stroke {
  colour: Colour;
  width: Width;
  /** Packed points: see `packPoints`. */
  points: string;
}

/** The most characters of packed points in one move, in a whole picture, and the most strokes in it. */
export const MOST_IN_A_MOVE = 1_800;
export const MOST_INK = 24_000;
export const MOST_STROKES = 300;

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** Any whole number of packed points. Every such text is a line on the canvas. */
export const PACKED_POINTS = /^(?:[A-Za-z0-9_-]{3})+$/;

/** Writes points as text, three characters each: nine bits across and nine bits down, in digits of six bits. */
export function packPoints(points: readonly Point[]): string {
  return points
    .map(([x, y]) => {
      const bits = onCanvas(x) * CANVAS + onCanvas(y);
      return [bits >> 12, (bits >> 6) & 63, bits & 63].map((digit) => DIGITS[digit]).join("");
    })
    .join("");
}

export function unpackPoints(packed: string): Point[] {
  return Array.from({ length: Math.floor(packed.length / 3) }, (_, index): Point => {
    const digits = [...packed.slice(index * 3, index * 3 + 3)].map((digit) => DIGITS.indexOf(digit));
    const bits = digits.reduce((sum, digit) => sum * 64 + digit, 0);
    return [Math.floor(bits / CANVAS), bits % CANVAS];
  });
}

/** How many characters of packed points a picture holds. */
export function inkOf(strokes: readonly Stroke[]): number {
  return strokes.reduce((sum, { points }) => sum + points.length, 0);
}

function onCanvas(value: number): number {
  return Math.min(CANVAS - 1, Math.max(0, Math.round(value)));
}
