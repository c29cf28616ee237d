// Writes docs/WIRE.md from the schemas in packages/protocol. A test fails while the page is behind them.
import "./check-node.mjs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./checkout.mjs";
import { run } from "./run.mjs";

const tsx = pathToFileURL(createRequire(join(root, "apps/server/package.json")).resolve("tsx")).href;
const write = join(root, "packages/protocol/src/testing/write-wire-page.ts");
process.exitCode = await run(process.execPath, ["--import", tsx, write]);
