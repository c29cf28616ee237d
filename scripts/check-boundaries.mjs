// Says which imports break the architecture; ARCHITECTURE.md has the picture.
import { boundaryViolations } from "./boundaries.mjs";
import { root } from "./checkout.mjs";

const violations = boundaryViolations(root);
for (const violation of violations) console.error(violation);
console.log(
  violations.length === 0 ? "Every import goes the right way." : `${violations.length} imports do not.`,
);
process.exitCode = violations.length === 0 ? 0 : 1;
