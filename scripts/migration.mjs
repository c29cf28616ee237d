// Writes the migration that a changed schema needs: npm run migration -- --name add_something
import "./check-node.mjs";
import { join } from "node:path";
import { root } from "./checkout.mjs";
import { ensureInstalled } from "./install.mjs";
import { run, runNode } from "./run.mjs";
import { serverSource } from "./server-source.mjs";

if (!(await ensureInstalled())) process.exit(1);
const generated = await runNode(join(root, "scripts", "generate.mjs"), []);
const write = [...serverSource("database/write-migration.ts"), ...process.argv.slice(2)];
process.exitCode = generated === 0 ? await run(process.execPath, write) : generated;
