/** A logarithmic axis: where a value is, from 0 at its least to 1 at its most, and which values are marked. */
export interface LogScale {
  least: number;
  most: number;
  ticks: readonly number[];
  at(value: number): number;
}

/** Within fewer decades than this, 2 and 5 are marked too. */
const FINE_BELOW = 2;

/**
 * The scale for some values, which are above 0: from a mark at or below the least to one at or above the most.
 *
 * @param span how many times the least the most is, at least: so that what is nearly flat looks so
 */
export function logScale(values: readonly number[], span = 1): LogScale {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const wider = Math.sqrt(Math.max(1, (span * least) / most));
  return scaleBetween(least / wider, most * wider);
}

function scaleBetween(lowest: number, highest: number): LogScale {
  const isFine = Math.log10(highest / lowest) < FINE_BELOW;
  const marks = marksAround(lowest, highest, isFine ? [1, 2, 5] : [1]);
  const least = marks.findLast((mark) => mark <= lowest) ?? lowest;
  const most = marks.find((mark) => mark >= highest && mark > least) ?? highest;
  return {
    least,
    most,
    ticks: marks.filter((mark) => mark >= least && mark <= most),
    at: (value) => Math.log(value / least) / Math.log(most / least),
  };
}

function marksAround(lowest: number, highest: number, digits: readonly number[]): number[] {
  const [from, to] = [Math.floor(Math.log10(lowest)) - 1, Math.ceil(Math.log10(highest)) + 1];
  const decades = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  // By its text, since a power is not always the number that one would write.
  return decades.flatMap((decade) => digits.map((digit) => Number(`${digit}e${decade}`)));
}

const SUFFIXES = [
  [1_000_000, "M"],
  [1_000, "k"],
] as const;

/** A mark as it is written: 0.2, 50, 10k, 1M. */
export function tickLabel(value: number): string {
  const [unit, suffix] = SUFFIXES.find(([least]) => value >= least) ?? [1, ""];
  return `${Number((value / unit).toPrecision(6))}${suffix}`;
}
