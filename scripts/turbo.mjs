import { join } from "node:path";
import { root } from "./checkout.mjs";
import { runNode } from "./run.mjs";

/**
 * Runs Turborepo, which does in every workspace what has changed since it was last done.
 * @param {readonly string[]} args
 */
export function turbo(args) {
  return runNode(join(root, "node_modules", "turbo", "bin", "turbo"), ["run", ...args]);
}
