import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { type Look, look } from "./player/look.js";
import type { Player } from "./player/player.js";

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1440, height: 900 };

/** Each theme and each size once. With `EVERY_LOOK=1` each theme at each size, which takes twice as long. */
const LOOKS: readonly Look[] = process.env.EVERY_LOOK
  ? [PHONE, DESK].flatMap((size) => (["light", "dark"] as const).map((theme) => ({ theme, ...size })))
  : [
      { theme: "light", ...PHONE },
      { theme: "dark", ...DESK },
    ];
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * The page as it is has no violations, in both themes, on a phone and on a desk, and never scrolls sideways. It must want less
 * motion: what others do meanwhile in the same lobby would else be caught half arrived, and pale.
 */
export async function expectAccessible({ page }: Player): Promise<void> {
  for (const one of LOOKS) {
    const where = `${one.theme}, ${one.width} px`;
    await look(page, one);
    await expectNoViolations(page, where);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(wider, `how far the page scrolls sideways: ${where}`).toBeLessThanOrEqual(0);
  }
}

async function expectNoViolations(page: Page, where: string): Promise<void> {
  const axe = new AxeBuilder({ page, ...((await isLoaded(page)) && NOTHING_TO_LOAD) });
  // Without frames, the way of old does as well, and needs no further page for each look.
  const { violations } = await axe
    .options({ resultTypes: ["violations"] })
    .withTags(RULES)
    .setLegacyMode()
    .analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    elements: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`),
  }));
  expect.soft(found, where).toEqual([]);
}

/** Axe is more than half a megabyte: it is loaded once into each page. */
const NOTHING_TO_LOAD = { axeSource: ";" };

async function isLoaded(page: Page): Promise<boolean> {
  return page.evaluate(() => "axe" in window);
}
