import { defineConfig } from "@playwright/test";
import { findBrowser } from "./scripts/find-browser.mjs";

// Playwright reads this file once more in each of its workers, which find the answer in their environment.
process.env.CHROMIUM_PATH ||= (await findBrowser()) ?? "";

const executablePath = process.env.CHROMIUM_PATH || undefined;
const isRoot = process.getuid?.() === 0;

// With every window, Chromium opens two pages of its own for suggestions in an address bar that nobody sees, and keeps a
// process ready for a page that never comes. They cost as much as a player. Of this switch only the last one counts, so
// what Playwright turns off is here once more.
const unwantedFeatures = [
  "SpareRendererForSitePerProcess",
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "WebUIOmniboxFullPopup",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
];

export default defineConfig({
  // The pictures are taken by the same players, but are no tests.
  testDir: process.env.PICTURES ? "e2e/pictures" : "e2e/tests",
  outputDir: "test-results/e2e",
  globalSetup: "./e2e/global-setup.ts",
  // Each worker has a server and a database of its own, and each player a browser context and a connection of their own.
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    browserName: "chromium",
    // Without a film of every page, which costs more than everything else; what the page was is in the snapshots.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: true, sources: true },
    screenshot: "only-on-failure",
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
    launchOptions: {
      ...(executablePath && { executablePath }),
      // Chromium's sandbox does not start as root, as in most containers.
      args: [...(isRoot ? ["--no-sandbox"] : []), `--disable-features=${unwantedFeatures}`],
    },
  },
});
