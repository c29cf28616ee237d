/** 1, 3, 10, 30, … between two sizes, and those two: about the same step wherever both axes are logarithmic. */
export function sizesBetween(least: number, most: number): number[] {
  const between: number[] = [];
  for (let decade = 1; decade <= most; decade *= 10)
    between.push(...[decade, 3 * decade].filter((size) => size > least && size < most));
  return least === most ? [most] : [least, ...between, most];
}
