import { fileURLToPath } from "node:url";
import { look, type Theme } from "../player/look.js";
import type { Player } from "../player/player.js";

const FOLDER = fileURLToPath(new URL("../../screenshots", import.meta.url));
const THEMES: readonly Theme[] = ["light", "dark"];
const SIZES = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
];

/**
 * Takes a picture of what a player sees, in every size and theme: `screenshots/<name>.<width>.<theme>.png`.
 *
 * @param whole the whole page, and not only what is in sight
 */
export async function picture({ page }: Player, name: string, { whole = false } = {}): Promise<void> {
  for (const size of SIZES) {
    for (const theme of THEMES) {
      await look(page, { theme, ...size });
      const path = `${FOLDER}/${name}.${size.width}.${theme}.png`;
      await page.screenshot({ path, fullPage: whole, caret: "initial" });
    }
  }
  await look(page, { theme: "light", width: 1280, height: 720 });
}
