import type { Page } from "@playwright/test";

export type Theme = "light" | "dark";

export interface Look {
  theme: Theme;
  width: number;
  height: number;
}

/** Shows a page in one size and theme, and waits until nothing moves any more that has an end. */
export async function look(page: Page, { theme, width, height }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await page.setViewportSize({ width, height });
  await page.evaluate(async () => {
    await document.fonts.ready;
    const isEndless = (animation: Animation) => animation.effect?.getComputedTiming().endTime === Infinity;
    // What ends may start something else; what goes on and on, as a countdown, is not waited for.
    for (let round = 0; round < 3; round++) {
      const moving = document.getAnimations().filter((animation) => !isEndless(animation));
      if (moving.every(({ playState }) => playState !== "running")) return;
      await Promise.allSettled(moving.map(({ finished }) => finished));
    }
  });
}
