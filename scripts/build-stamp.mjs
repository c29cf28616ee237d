import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "./checkout.mjs";

/** @typedef {"product" | "everything"} Scope what is needed to play, or that and what the tests need */

const sources = [
  "apps",
  "packages",
  "prisma/schema.prisma",
  "tsconfig.base.json",
  "package-lock.json",
  "turbo.json",
];
const notBuilt = new Set(["node_modules", "dist", "generated", ".turbo", "test"]);
const product = [
  ...["protocol", "rules", "sync"].map((name) => `packages/${name}/dist/index.js`),
  "apps/server/dist/main.js",
  "apps/web/dist/index.html",
];

const results = { product, everything: [...product, "packages/testkit/dist/index.js"] };

/**
 * @param {Scope} scope
 * @returns {boolean} whether it is built from the sources as they are
 */
export function isBuilt(scope) {
  const file = stampFile(scope);
  if (!existsSync(file) || !results[scope].every((path) => existsSync(join(root, path)))) return false;
  return readFileSync(file, "utf8") === sourceStamp();
}

/**
 * @param {Scope} scope
 * @param {string} stamp what `sourceStamp` returned before the build began
 */
export function rememberBuilt(scope, stamp) {
  writeFileSync(stampFile(scope), stamp);
}

/** @param {Scope} scope */
function stampFile(scope) {
  return join(root, "node_modules", `.rejoin-built-${scope}`);
}

/** @returns {string} a digest of names, sizes and times: enough to see that nothing was touched, and quick */
export function sourceStamp() {
  const hash = createHash("sha256");
  for (const path of sources) addToDigest(join(root, path), hash);
  return hash.digest("hex");
}

/**
 * @param {string} path
 * @param {import("node:crypto").Hash} hash
 */
function addToDigest(path, hash) {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (entry?.isDirectory()) {
    for (const name of readdirSync(path).sort()) if (!notBuilt.has(name)) addToDigest(join(path, name), hash);
  } else if (entry && !path.includes(".test.")) {
    hash.update(`${relative(root, path)} ${entry.size} ${entry.mtimeMs}\n`);
  }
}
