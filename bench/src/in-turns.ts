import type { Contender } from "./contenders/contender.js";

/** What several contenders did, each several times. */
export interface Turns<Result> {
  /** By name; in the order of the turns. A turn that failed is null. */
  results: ReadonlyMap<string, readonly (Result | null)[]>;
  /** Why turns failed. */
  failures: readonly string[];
}

/**
 * Measures each in turn, and then again: A B C A B C. Whatever the machine does meanwhile, it does to all of them. Who fails
 * is noted, and the others go on.
 */
export async function inTurns<Result>(
  contenders: readonly Contender[],
  repeat: number,
  measure: (contender: Contender, turn: number) => Promise<Result>,
): Promise<Turns<Result>> {
  const results = new Map<string, (Result | null)[]>(contenders.map(({ name }) => [name, []]));
  const failures: string[] = [];
  for (let turn = 0; turn < repeat; turn += 1) {
    for (const contender of contenders) {
      const result = await measure(contender, turn).catch((error: unknown) => {
        failures.push(`${contender.name}: ${error instanceof Error ? error.message : String(error)}`);
        return null;
      });
      results.get(contender.name)?.push(result);
    }
  }
  return { results, failures };
}
