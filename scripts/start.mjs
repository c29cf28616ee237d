// Starts the server: installs and builds what is missing first.
import "./check-node.mjs";
import { ensureBuilt } from "./ensure-built.mjs";
import { ensureInstalled } from "./install.mjs";

if (!(await ensureInstalled()) || !(await ensureBuilt("product"))) process.exit(1);

stopWithNpm();
process.env.NODE_ENV ??= "production";
// In this very process, so that a signal reaches the server and nobody in between.
await import(new URL("../apps/server/dist/main.js", import.meta.url).href);

/** npm that is killed outright takes nobody with it, and the server would go on holding its port. */
function stopWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const npm = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 250);
  watch.unref();
}
