// Checks a history that a run left behind: npm run check-history -- <folder>. See docs/CHECKER.md.
import "./check-node.mjs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./checkout.mjs";
import { run } from "./run.mjs";

const tsx = pathToFileURL(createRequire(join(root, "apps/server/package.json")).resolve("tsx")).href;
const check = join(root, "packages/testkit/src/checker/check-history.ts");
process.exitCode = await run(process.execPath, [
  "--conditions=source",
  "--import",
  tsx,
  check,
  ...process.argv.slice(2),
]);
