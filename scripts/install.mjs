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
    const code = await npm(["ci", ...flags]);
    if (code !== 0) {
      console.error(
        "The packages could not be installed; npm says why above. Is the npm registry reachable?",
      );
      return false;
    }
    writeFileSync(stampFile, lockHash());
    console.log(`Installed in ${Math.round((performance.now() - begun) / 1000)} s.`);
    return true;
  });
}

/** Quick when our stamp fits; else looks at npm's own record, so that nobody's own `npm install` is repeated. */
function isInstalled() {
  if (!existsSync(stampFile) || readFileSync(stampFile, "utf8") !== lockHash()) {
    if (!isRecordedByNpm()) return false;
    writeFileSync(stampFile, lockHash());
  }
  return true;
}

function isRecordedByNpm() {
  const record = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const wanted = packagesIn(join(root, "package-lock.json"));
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

/** @param {readonly string[]} args */
function npm(args) {
  const current = process.env.npm_execpath;
  if (current?.endsWith("npm-cli.js")) return runNode(current, args);
  return run(process.platform === "win32" ? "npm.cmd" : "npm", args);
}
