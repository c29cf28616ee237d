// Everything about the code that can be said without running it. All of it runs, whatever fails first.
import "./check-node.mjs";
import { join } from "node:path";
import { root } from "./checkout.mjs";
import { ensureInstalled } from "./install.mjs";
import { runNode } from "./run.mjs";
import { turbo } from "./turbo.mjs";

if (!(await ensureInstalled())) process.exit(1);

/** @type {[string, () => Promise<number>][]} */
const checks = [
  [
    "format and lint",
    () => runNode(join(root, "node_modules/@biomejs/biome/bin/biome"), ["check", "--error-on-warnings"]),
  ],
  ["types", () => turbo(["typecheck", "--continue", "--output-logs=errors-only", "--log-prefix=none"])],
  ["types of the commands", () => runNode(join(root, "node_modules/typescript/bin/tsc"), ["-p", root])],
  ["boundaries", () => runNode(join(root, "scripts", "check-boundaries.mjs"), [])],
];

const failed = [];
for (const [name, check] of checks) {
  console.log(`\nChecking ${name}.`);
  if ((await check()) !== 0) failed.push(name);
}
console.log(failed.length === 0 ? "\nAll checks pass." : `\nFailed: ${failed.join(", ")}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
