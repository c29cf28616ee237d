import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./checkout.mjs";

/**
 * How Node runs a TypeScript file of the server from its source, with the workspace packages from theirs. It needs the
 * Prisma client, which `generate.mjs` writes.
 * @param {string} file below apps/server/src
 * @returns {string[]} the arguments for Node
 */
export function serverSource(file) {
  const tsx = createRequire(join(root, "apps", "server", "package.json")).resolve("tsx");
  return [
    "--conditions=source",
    "--import",
    pathToFileURL(tsx).href,
    join(root, "apps", "server", "src", file),
  ];
}
