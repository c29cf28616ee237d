import type { Page } from "@playwright/test";

/**
 * Loses what a page asks for, as on a bad line. The browser does so by itself: a page whose requests Playwright intercepts is
 * one without a cache, and what is intercepted at the moment when that ends is never answered.
 *
 * @param which parts of addresses, in which `*` stands for anything
 * @returns how to let it pass again
 */
export async function loseRequests(page: Page, ...which: string[]): Promise<() => Promise<void>> {
  const devTools = await page.context().newCDPSession(page);
  const lose = async (urls: string[]): Promise<void> => {
    await devTools.send("Network.setBlockedURLs", { urls });
  };
  await devTools.send("Network.enable");
  await lose(which.map((part) => `*${part}*`));
  return () => lose([]);
}
