import { expect, type Locator, type Page } from "@playwright/test";

/** Phones as many people have them: a small one, and a usual one. */
export const PHONES = [
  { width: 360, height: 740 },
  { width: 390, height: 844 },
] as const;

/** The page fills the window, and has nothing outside of it. */
export async function expectNoScrolling(page: Page): Promise<void> {
  const beyond = () =>
    page.evaluate(() => {
      const { scrollHeight, scrollWidth } = document.documentElement;
      return { below: scrollHeight - window.innerHeight, beside: scrollWidth - window.innerWidth };
    });
  await expect.poll(beyond).toEqual({ below: 0, beside: 0 });
}

/** All of something is in the window, and nothing lies over it. */
export async function expectInSight(what: Locator): Promise<void> {
  await expect(what).toBeInViewport({ ratio: 1 });
  const isOnTop = await what.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const inset = 6;
    const corners = [
      [left + inset, top + inset],
      [right - inset, bottom - inset],
    ] as const;
    return corners.every(([x, y]) => {
      const found = document.elementFromPoint(x, y);
      return found !== null && (element.contains(found) || found.contains(element));
    });
  });
  expect(isOnTop, `nothing lies over ${what}`).toBe(true);
}
