import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { look } from "./player/look.js";
import type { Player } from "./player/player.js";

const SIZES = [
  { width: 360, height: 740 },
  { width: 1440, height: 900 },
];
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The page as it is has no violations, in both themes on a phone and on a desk, and never scrolls sideways. */
export async function expectAccessible({ page }: Player): Promise<void> {
  for (const size of SIZES) {
    await look(page, { theme: "light", ...size });
    await expectNoViolations(page, `light, ${size.width} px`, (axe) => axe.withTags(RULES));
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(wider, `how far the page scrolls sideways at ${size.width} px`).toBeLessThanOrEqual(0);
    // The other theme has other colours, and nothing else that could be wrong.
    await look(page, { theme: "dark", ...size });
    await expectNoViolations(page, `dark, ${size.width} px`, (axe) => axe.withRules("color-contrast"));
  }
}

async function expectNoViolations(
  page: Page,
  where: string,
  choose: (axe: AxeBuilder) => AxeBuilder,
): Promise<void> {
  // Without frames, the way of old does as well, and needs no further page for each look.
  const { violations } = await choose(new AxeBuilder({ page })).setLegacyMode().analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    elements: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`),
  }));
  expect.soft(found, where).toEqual([]);
}
