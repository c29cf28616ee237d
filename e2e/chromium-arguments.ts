/**
 * With every window, Chromium opens two pages of its own for suggestions in an address bar that nobody sees, and keeps a process
 * ready for a page that never comes. They cost as much as a player. Of this switch only the last one counts, so what Playwright
 * turns off is here once more.
 */
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

const isRoot = process.getuid?.() === 0;

/** What Chromium is started with: its sandbox does not start as root, as in most containers. */
export const chromiumArguments: readonly string[] = [
  ...(isRoot ? ["--no-sandbox"] : []),
  `--disable-features=${unwantedFeatures}`,
];
