import { drawPlan, type Plan, shrink } from "@rejoin/testkit";
import { gamesPlayed } from "./games-played.js";
import { type Outcome, simulate } from "./simulate.js";

/** A seed whose run broke a promise. */
export interface Failure {
  seed: number;
  wrongs: readonly string[];
  /** The smallest plan that was found to fail in the same way. */
  smallest: Plan;
}

/** Draws the plan of a seed, and lets it happen. */
export function runSeed(seed: number): Promise<Outcome> {
  return simulate(drawPlan({ seed, games: gamesPlayed }));
}

/** Looks for a smaller plan that fails as the seed's does, for so many milliseconds at the most. */
export async function explain(seed: number, { wrongs }: Outcome, withinMs: number): Promise<Failure> {
  const until = performance.now() + withinMs;
  const fails = async (plan: Plan): Promise<boolean> => {
    const { wrongs: found } = await simulate(plan);
    return kindOf(found[0]) === kindOf(wrongs[0]);
  };
  const plan = drawPlan({ seed, games: gamesPlayed });
  const smallest = await shrink(plan, fails, () => performance.now() > until);
  return { seed, wrongs, smallest };
}

/** A failure as text, with all that is needed to see it again. */
export function describeFailure({ seed, wrongs, smallest }: Failure): string {
  return [
    `Seed ${seed} broke a promise:`,
    ...wrongs.slice(0, 5).map((wrong) => `  ${wrong}`),
    `See it again: npm run simulate -- --seed ${seed}`,
    `The smallest plan that fails like it, with ${smallest.steps.length} steps:`,
    JSON.stringify(smallest),
  ].join("\n");
}

/** Failures of one kind say the same, but for names and numbers. */
function kindOf(wrong: string | undefined): string | undefined {
  return wrong?.slice(0, 100).replaceAll(/[0-9a-f]{8}-[0-9a-f-]+|[A-Z][a-z]+[\d.]*|\d+/g, "…");
}
