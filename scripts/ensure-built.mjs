import { isBuilt, rememberBuilt, sourceStamp } from "./build-stamp.mjs";
import { withLock } from "./lock.mjs";
import { turbo } from "./turbo.mjs";

/** What is needed to play: the server and the page, each with the packages it is made of. */
const product = ["--filter=@rejoin/server...", "--filter=@rejoin/web..."];

/**
 * Builds what has changed; quick and silent when nothing has.
 * @param {import("./build-stamp.mjs").Scope} scope
 * @returns {Promise<boolean>} whether everything is built now; if not, the reason was printed
 */
export async function ensureBuilt(scope) {
  if (isBuilt(scope)) return true;
  return withLock("build", "Waiting for another command that builds.", async () => {
    if (isBuilt(scope)) return true;
    console.log("Building what has changed.");
    const begun = performance.now();
    // Taken before, so that a change made during the build is built next time.
    const stamp = sourceStamp();
    const filters = scope === "product" ? product : [];
    const code = await turbo(["build", ...filters, "--output-logs=errors-only", "--log-prefix=none"]);
    if (code !== 0) {
      console.error("The build failed; the reason is above.");
      return false;
    }
    rememberBuilt(scope, stamp);
    console.log(`Built in ${((performance.now() - begun) / 1000).toFixed(1)} s.`);
    return true;
  });
}
