/** Something of one size, and what was measured there. */
export interface Point {
  x: number;
  y: number;
}

/** y = factor · x ^ exponent, as it fits best: an exponent of 0 is flat, 1 is linear, 2 is quadratic. */
export interface PowerLaw {
  exponent: number;
  /** The standard error of the exponent. */
  error: number;
  factor: number;
  /** The share of the spread (of logarithms) that the law explains. What is flat has no spread to explain: it is low there. */
  r2: number;
  /** How many points it was made from. */
  points: number;
}

/** Two points are on some line whatever was measured. */
const LEAST = 3;
/** Points that the end of a series is judged by: about one decade, in steps of three. */
const TAIL = 3;

/** Whether a point has a place where both axes are logarithmic. */
export function isPlaceable({ x, y }: Point): boolean {
  return x > 0 && y > 0 && Number.isFinite(x) && Number.isFinite(y);
}

/** Least squares on the logarithms of both. Points without a logarithm are left out. @returns null where fewer than three sizes are left */
export function powerLaw(points: readonly Point[]): PowerLaw | null {
  const logs = points.filter(isPlaceable).map(({ x, y }) => ({ x: Math.log(x), y: Math.log(y) }));
  const middle = { x: mean(logs.map(({ x }) => x)), y: mean(logs.map(({ y }) => y)) };
  const spreadX = sum(logs.map(({ x }) => (x - middle.x) ** 2));
  if (new Set(logs.map(({ x }) => x)).size < LEAST) return null;
  const exponent = sum(logs.map(({ x, y }) => (x - middle.x) * (y - middle.y))) / spreadX;
  const factor = Math.exp(middle.y - exponent * middle.x);
  const left = sum(logs.map(({ x, y }) => (y - middle.y - exponent * (x - middle.x)) ** 2));
  const spreadY = sum(logs.map(({ y }) => (y - middle.y) ** 2));
  return {
    exponent,
    error: Math.sqrt(left / (logs.length - 2) / spreadX),
    factor,
    r2: spreadY === 0 ? 1 : 1 - left / spreadY,
    points: logs.length,
  };
}

/**
 * As `powerLaw`, for the largest sizes only. What costs a fixed part and a part for each has no one exponent: it begins flat
 * and ends linear, and this is how it ends.
 */
export function tailLaw(points: readonly Point[]): PowerLaw | null {
  const rising = points.filter(isPlaceable).toSorted((one, other) => one.x - other.x);
  return powerLaw(rising.slice(-TAIL));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function mean(numbers: readonly number[]): number {
  return sum(numbers) / numbers.length;
}
