// Measures what Rejoin costs as rooms, members, logs and connections grow. docs/PERFORMANCE.md tells how to read it.
import "./check-node.mjs";
import { ensureBuilt } from "./ensure-built.mjs";
import { ensureInstalled } from "./install.mjs";
import { runNode } from "./run.mjs";
import { fromSource } from "./server-source.mjs";

if (!(await ensureInstalled()) || !(await ensureBuilt("product"))) process.exit(1);
process.exitCode = await runNode("--enable-source-maps", [
  ...fromSource("bench/src/growth/main.ts"),
  ...process.argv.slice(2),
]);
