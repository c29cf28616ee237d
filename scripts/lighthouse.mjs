// What Lighthouse says of the lobby and of a room, as a stranger and as a player: `npm run lighthouse [-- RUNS]`.
// The reports are in test-results/lighthouse. Ends with 1 where a score is below 95.
import "./check-node.mjs";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./checkout.mjs";
import { ensureBuilt } from "./ensure-built.mjs";
import { findBrowser } from "./find-browser.mjs";
import { ensureInstalled, ensureInstalledApart } from "./install.mjs";
import { runNode } from "./run.mjs";
import { fromSource } from "./server-source.mjs";

if (!(await ensureInstalled()) || !(await ensureInstalledApart("e2e/lighthouse"))) process.exit(1);
if (!(await ensureBuilt("everything"))) process.exit(1);
const browser = await findBrowser();
if (browser === undefined) process.exit(1);
rmSync(join(root, "test-results", "lighthouse"), { recursive: true, force: true });
const args = [...fromSource("e2e/measure/lighthouse.ts"), ...process.argv.slice(2)];
process.exitCode = await runNode("--enable-source-maps", args, { env: { CHROMIUM_PATH: browser } });
