import type { SeededRandom } from "@rejoin/testkit";

const POINTS = ["before-commit", "after-commit", "before-broadcast", "after-broadcast"];
/** Of all lives of a server, so many end at a failpoint if nothing else ends them first. */
const ARMED = 0.6;
const SKEWED = 0.4;
/** A failpoint is passed several times a second; the mean of these is a life of some seconds. */
const MOST_PASSES = 400;
const MOST_SKEW_MS = 5_000;

/** What goes wrong by itself in one life of a server, in the words of FAILPOINTS. Empty for nothing. */
export function drawFailpoints(random: SeededRandom): string {
  const faults: string[] = [];
  if (random.chance(ARMED)) faults.push(`${random.pick(POINTS)}@${random.whole(1, MOST_PASSES)}`);
  if (random.chance(SKEWED)) {
    const skew = random.whole(-MOST_SKEW_MS, MOST_SKEW_MS);
    faults.push(`clock${skew < 0 ? "-" : "+"}${Math.abs(skew)}`);
  }
  return faults.join(",");
}
