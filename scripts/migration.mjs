// Writes the migration that a changed schema needs: npm run migration -- --name add_something
import "./check-node.mjs";
import { ensureInstalled } from "./install.mjs";
import { runServerSource } from "./run-source.mjs";

if (!(await ensureInstalled())) process.exit(1);
process.exitCode = await runServerSource("database/write-migration.ts", process.argv.slice(2));
