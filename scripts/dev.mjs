// Runs the server and the page from their sources, both reloading when a file changes.
import "./check-node.mjs";
import { join } from "node:path";
import { root } from "./checkout.mjs";
import { hold } from "./hold.mjs";
import { ensureInstalled } from "./install.mjs";
import { runNode } from "./run.mjs";
import { turbo } from "./turbo.mjs";

if (!(await ensureInstalled())) process.exit(1);
if ((await runNode(join(root, "scripts", "generate.mjs"), [])) !== 0) process.exit(1);

const database = hold("database/hold-database.ts");
void database.says("nothing in particular");
console.log(
  `Open http://localhost:5173 for the page. The server behind it is on port ${process.env.PORT || 3000}.`,
);
process.exitCode = await turbo(["dev", "--output-logs=full"]);
await database.release();
