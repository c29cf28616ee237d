import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./checkout.mjs";

/**
 * How Node runs a TypeScript file from its source, with the workspace packages from theirs. What is of the server needs
 * the Prisma client, which `generate.mjs` writes.
 * @param {string} file below the checkout
 * @returns {string[]} the arguments for Node
 */
export function fromSource(file) {
  const tsx = createRequire(join(root, "apps", "server", "package.json")).resolve("tsx");
  return ["--conditions=source", "--import", pathToFileURL(tsx).href, join(root, file)];
}

/**
 * The same for a file of the server.
 * @param {string} file below apps/server/src
 */
export function serverSource(file) {
  return fromSource(join("apps", "server", "src", file));
}
