import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { root } from "./checkout.mjs";
import { run, runNode } from "./run.mjs";

/**
 * Finds a Chromium for the browser tests, or installs one, and says which.
 * @returns {Promise<string | undefined>} its path; undefined when there is none and none can be had
 */
export async function findBrowser() {
  const path = fromEnvironment() ?? onThisMachine() ?? ofPlaywright() ?? (await installed());
  console.log(path === undefined ? missing : `The browser is ${path}.`);
  return path;
}

const missing =
  "There is no browser for the browser tests. Set CHROMIUM_PATH to a Chromium or Chrome, " +
  "or install one: npx playwright install chromium";

function fromEnvironment() {
  const path = process.env.CHROMIUM_PATH;
  if (path && !existsSync(path)) console.log(`CHROMIUM_PATH is ${path}, but there is no such file.`);
  return path && existsSync(path) ? path : undefined;
}

function onThisMachine() {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const applications = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ];
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...applications].find(
    existsSync,
  );
}

function ofPlaywright() {
  const path = createRequire(join(root, "package.json"))("@playwright/test").chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

async function installed() {
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get") && existsSync("/etc/debian_version")) {
    console.log("Installing Debian's Chromium for the browser tests.");
    await run("/usr/bin/apt-get", ["update", "-qq"], quietApt);
    await run("/usr/bin/apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], quietApt);
    return onThisMachine();
  }
  console.log("Downloading Playwright's Chromium for the browser tests.");
  await runNode(join(root, "node_modules", "@playwright", "test", "cli.js"), ["install", "chromium"]);
  return ofPlaywright();
}

const quietApt = { env: { DEBIAN_FRONTEND: "noninteractive" } };
