// Takes pictures of every page and state, at three widths and in both themes, into the folder screenshots/.
import "./check-node.mjs";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./checkout.mjs";
import { ensureBuilt } from "./ensure-built.mjs";
import { findBrowser } from "./find-browser.mjs";
import { ensureInstalled } from "./install.mjs";
import { runNode } from "./run.mjs";

if (!(await ensureInstalled()) || !(await ensureBuilt("everything"))) process.exit(1);
const browser = await findBrowser();
if (browser === undefined) process.exit(1);
rmSync(join(root, "screenshots"), { recursive: true, force: true });
const cli = join(root, "node_modules", "@playwright", "test", "cli.js");
const config = join(root, "playwright.config.ts");
const env = { CHROMIUM_PATH: browser, PICTURES: "true", PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" };
process.exitCode = await runNode(cli, ["test", "--config", config, ...process.argv.slice(2)], { env });
