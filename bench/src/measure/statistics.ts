/** Several measurements of the same, in short. */
export interface Spread {
  median: number;
  least: number;
  most: number;
}

/** @returns the middle one, or the mean of the two in the middle; NaN where there are none */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const above = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const below = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (above + below) / 2;
}

export function spreadOf(numbers: readonly number[]): Spread {
  if (numbers.length === 0) return { median: Number.NaN, least: Number.NaN, most: Number.NaN };
  return { median: median(numbers), least: Math.min(...numbers), most: Math.max(...numbers) };
}
