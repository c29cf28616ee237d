// One worker of `npm run simulate`: told a range of seeds, it runs them and tells what came of it, over and over.
import { Coverage } from "@rejoin/testkit";
import { describeFailure, explain, runSeed } from "./run-seed.js";

const SHRINK_WITHIN_MS = 30_000;

process.on("message", ({ from, to }: { from: number; to: number }) => void runShare(from, to));
process.on("disconnect", () => process.exit(0));

async function runShare(from: number, to: number): Promise<void> {
  const coverage = new Coverage();
  const failures: string[] = [];
  let moments = 0;
  for (let seed = from; seed < to; seed++) {
    const outcome = await runSeed(seed);
    coverage.add(outcome.coverage);
    moments += outcome.moments;
    if (outcome.wrongs.length > 0)
      failures.push(describeFailure(await explain(seed, outcome, SHRINK_WITHIN_MS)));
  }
  process.send?.({ runs: to - from, moments, coverage: coverage.counts, failures });
}
