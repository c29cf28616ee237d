import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./checkout.mjs";
import { withLock } from "./lock.mjs";
import { run, runNode } from "./run.mjs";

const stampFile = join(root, "node_modules", ".rejoin-installed");

/**
 * Installs what package-lock.json names, unless that is what is installed.
 * @returns {Promise<boolean>} whether everything is installed now; if not, the reason was printed
 */
export async function ensureInstalled() {
  if (isInstalled()) return true;
  return withLock("install", "Waiting for another command that installs the packages.", async () => {
    if (isInstalled()) return true;
    if (!(await install(root))) return false;
    writeFileSync(stampFile, lockHash());
    return true;
  });
}

/**
 * The same for a package that is no workspace, because what it brings must not mix with what the product uses.
 * @param {string} folder below the checkout
 */
export async function ensureInstalledApart(folder) {
  const path = join(root, folder);
  if (isRecordedByNpm(path)) return true;
  return withLock("install", "Waiting for another command that installs the packages.", () => install(path));
}

/** @param {string} folder */
async function install(folder) {
  console.log("Installing the packages; this takes a minute the first time.");
  const begun = performance.now();
  const flags = [
    "--include=dev",
    "--include=optional",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  const code = await npm(["ci", ...flags], folder);
  if (code !== 0) {
    console.error("The packages could not be installed; npm says why above. Is the npm registry reachable?");
    return false;
  }
  console.log(`Installed in ${Math.round((performance.now() - begun) / 1000)} s.`);
  return true;
}

/** Quick when our stamp fits; else looks at npm's own record, so that nobody's own `npm install` is repeated. */
function isInstalled() {
  if (!existsSync(stampFile) || readFileSync(stampFile, "utf8") !== lockHash()) {
    if (!isRecordedByNpm(root)) return false;
    writeFileSync(stampFile, lockHash());
  }
  return true;
}

/** @param {string} folder */
function isRecordedByNpm(folder) {
  const record = join(folder, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const wanted = packagesIn(join(folder, "package-lock.json"));
  const present = packagesIn(record);
  return Object.entries(wanted).every(
    ([path, { version, link, optional }]) =>
      !path.includes("node_modules/") || link || optional || present[path]?.version === version,
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, link?: boolean, optional?: boolean }>}
 */
function packagesIn(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

/** What is installed depends on the machine too: a checkout may be mounted into another one. */
function lockHash() {
  const hash = createHash("sha256").update(readFileSync(join(root, "package-lock.json")));
  return `${hash.digest("hex")} ${process.platform} ${process.arch}\n`;
}

/**
 * @param {readonly string[]} args
 * @param {string} cwd
 */
function npm(args, cwd) {
  const current = process.env.npm_execpath;
  if (current?.endsWith("npm-cli.js")) return runNode(current, args, { cwd });
  return run(process.platform === "win32" ? "npm.cmd" : "npm", args, { cwd });
}
