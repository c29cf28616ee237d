// Starts the server: installs and builds what is missing first.
import "./check-node.mjs";
import { ensureBuilt } from "./ensure-built.mjs";
import { ensureInstalled } from "./install.mjs";

if (!(await ensureInstalled()) || !(await ensureBuilt("product"))) process.exit(1);

process.env.NODE_ENV ??= "production";
// In this very process, so that a signal reaches the server and nobody in between.
await import(new URL("../apps/server/dist/main.js", import.meta.url).href);
