import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { look, type Theme } from "./player/look.js";
import type { Player } from "./player/player.js";

const THEMES: readonly Theme[] = ["light", "dark"];
const SIZES = [
  { width: 360, height: 740 },
  { width: 1440, height: 900 },
];
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The page as it is has no violations, in both themes on a phone and on a desk, and never scrolls sideways. */
export async function expectAccessible({ page }: Player): Promise<void> {
  for (const size of SIZES) {
    for (const theme of THEMES) {
      await look(page, { theme, ...size });
      // Without frames, the way of old does as well, and needs no further page for each look.
      const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze();
      const found = violations.map(({ id, help, nodes }) => ({
        rule: `${id}: ${help}`,
        where: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`),
      }));
      expect.soft(found, `${theme}, ${size.width} px`).toEqual([]);
    }
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(wider, `how far the page scrolls sideways at ${size.width} px`).toBeLessThanOrEqual(0);
  }
}
