import { spreadOf } from "../measure/statistics.js";
import type { Row } from "./report.js";

/** One number of each kind. */
export type Figures = Readonly<Record<string, number>>;

/**
 * Turns into rows.
 *
 * @param turns what each did, in the order of the turns; null where a turn failed
 * @param main the figure by which they are compared
 * @param baseline whom with
 */
export function rowsOf(
  turns: ReadonlyMap<string, readonly (Figures | null)[]>,
  main: string,
  baseline: string,
): Row[] {
  const compared = turns.get(baseline);
  return [...turns].map(([name, all]) => {
    const done = all.filter((figures) => figures !== null);
    const keys = Object.keys(done[0] ?? {});
    const figures = Object.fromEntries(
      keys.map((key) => [key, spreadOf(done.map((figures) => figures[key] ?? Number.NaN))]),
    );
    return { name, figures, ratio: compared && spreadOf(ratios(all, compared, main)) };
  });
}

/** Each turn to the baseline's of the same round, so that both had the same machine. */
function ratios(
  all: readonly (Figures | null)[],
  baseline: readonly (Figures | null)[],
  key: string,
): number[] {
  return all.flatMap((figures, turn) => {
    const [one, other] = [figures?.[key], baseline[turn]?.[key]];
    return one === undefined || other === undefined ? [] : [one / other];
  });
}
