// Gives every room a new epoch, after the database was put back to an earlier time: see docs/RETENTION.md.
import "./check-node.mjs";
import { join } from "node:path";
import { root } from "./checkout.mjs";
import { ensureInstalled } from "./install.mjs";
import { run, runNode } from "./run.mjs";
import { serverSource } from "./server-source.mjs";

if (!(await ensureInstalled())) process.exit(1);
const generated = await runNode(join(root, "scripts", "generate.mjs"), []);
process.exitCode = generated === 0 ? await run(process.execPath, serverSource("new-epoch.ts")) : generated;
