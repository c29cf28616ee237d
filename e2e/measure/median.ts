/** The median of each figure over several runs. @throws for none */
export function medians<Figures extends object>(runs: readonly Figures[]): Figures {
  const [first] = runs;
  if (!first) throw new Error("nothing was measured");
  const names = Object.keys(first) as (keyof Figures)[];
  const entries = names.map((name) => [name, median(runs.map((run) => Number(run[name])))]);
  return Object.fromEntries(entries) as Figures;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}
