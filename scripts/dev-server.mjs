// Runs the server from its sources and again whenever one changes. Called by `npm run dev`, in apps/server.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { root } from "./checkout.mjs";
import { runNode } from "./run.mjs";

const tsx = createRequire(join(root, "apps", "server", "package.json")).resolve("tsx/package.json");
const main = join(root, "apps", "server", "src", "main.ts");
process.exitCode = await runNode(join(dirname(tsx), "dist", "cli.mjs"), [
  "watch",
  "--clear-screen=false",
  "--conditions=source",
  main,
]);
