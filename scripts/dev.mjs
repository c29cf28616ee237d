// Runs the server and the page from their sources, both reloading when a file changes.
import "./check-node.mjs";
import { ensureInstalled } from "./install.mjs";
import { turbo } from "./turbo.mjs";

if (!(await ensureInstalled())) process.exit(1);
console.log("Open http://localhost:5173 for the page; the server behind it listens on port 3000.");
process.exitCode = await turbo(["dev", "--output-logs=full"]);
