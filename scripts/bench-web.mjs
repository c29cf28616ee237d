// What the page costs whoever uses it: `npm run bench:web [-- all|loads|thread RUNS]`. docs/PERFORMANCE.md tells how to read it.
import "./check-node.mjs";
import { ensureBuilt } from "./ensure-built.mjs";
import { findBrowser } from "./find-browser.mjs";
import { ensureInstalled } from "./install.mjs";
import { runNode } from "./run.mjs";
import { fromSource } from "./server-source.mjs";

if (!(await ensureInstalled()) || !(await ensureBuilt("everything"))) process.exit(1);
const browser = await findBrowser();
if (browser === undefined) process.exit(1);
const args = [...fromSource("e2e/measure/web-bench.ts"), ...process.argv.slice(2)];
process.exitCode = await runNode("--enable-source-maps", args, { env: { CHROMIUM_PATH: browser } });
