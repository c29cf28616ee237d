import { defineConfig } from "@playwright/test";
import { chromiumArguments } from "./e2e/chromium-arguments.js";
import { findBrowser } from "./scripts/find-browser.mjs";

// Playwright reads this file once more in each of its workers, which find the answer in their environment.
process.env.CHROMIUM_PATH ||= (await findBrowser()) ?? "";

const executablePath = process.env.CHROMIUM_PATH || undefined;

export default defineConfig({
  // The pictures are taken by the same players, but are no tests.
  testDir: process.env.PICTURES ? "e2e/pictures" : "e2e/tests",
  outputDir: "test-results/e2e",
  globalSetup: "./e2e/global-setup.ts",
  // Each worker has a server and a database of its own, and each player a browser context and a connection of their own. With three
  // on two slow processors, a game that gives fifteen seconds to choose a word went on by itself before the page was ready.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // Far more than anything takes, so that only what never comes is a failure, also on a machine that is busy with other things.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  use: {
    browserName: "chromium",
    // Without a film of every page, and without its snapshots, which take a sixth of all the time: what a failed test did is kept,
    // and what its pages were at the end. With `SNAPSHOTS=1` they are taken.
    trace: {
      mode: "retain-on-failure",
      screenshots: false,
      snapshots: Boolean(process.env.SNAPSHOTS),
      sources: true,
    },
    screenshot: "only-on-failure",
    // What moves is drawn anew sixty times a second, by the processors that the tests need. What is about playing, and about what
    // was missed, has it all the same.
    contextOptions: { reducedMotion: "reduce" },
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [...chromiumArguments],
    },
  },
});
