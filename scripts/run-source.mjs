import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./checkout.mjs";
import { run, runNode } from "./run.mjs";

/**
 * Runs a TypeScript file of the server from its source, with the workspace packages from theirs.
 * @param {string} file below apps/server/src
 * @param {readonly string[]} args
 * @returns {Promise<number>} its exit code
 */
export async function runServerSource(file, args) {
  const generated = await runNode(join(root, "scripts", "generate.mjs"), []);
  if (generated !== 0) return generated;
  const tsx = pathToFileURL(createRequire(join(root, "apps/server/package.json")).resolve("tsx")).href;
  const path = join(root, "apps", "server", "src", file);
  return run(process.execPath, ["--conditions=source", "--import", tsx, path, ...args]);
}
