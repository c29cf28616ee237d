import { fileURLToPath } from "node:url";
import { expect, test } from "../fixtures.js";
import { beginAmongFew, beginGame, sitDown } from "../games.js";
import { PHONES } from "../player/in-sight.js";
import { look } from "../player/look.js";
import type { Player } from "../player/player.js";

const FOLDER = fileURLToPath(new URL("../../screenshots", import.meta.url));

test.setTimeout(180_000);

/** Pictures of what a player sees on each phone, in both themes. */
async function phones({ page }: Player, name: string): Promise<void> {
  for (const size of PHONES)
    for (const theme of ["light", "dark"] as const) {
      await look(page, { theme, ...size });
      const path = `${FOLDER}/phone-${name}.${size.width}.${theme}.png`;
      await page.screenshot({ path, caret: "initial" });
    }
  await look(page, { theme: "light", width: 1280, height: 720 });
}

test("chess on a phone", async ({ players }) => {
  const [anna, ben, carol] = await players("Anna", "Ben", "Carol");
  const { code } = await sitDown(anna, ben, "Chess");
  await phones(anna, "chess-gathering");
  await carol.followLink(code);
  await expect(carol.page.getByText("You are watching")).toBeVisible();
  await phones(carol, "chess-watching");
  await beginGame(anna, ben, "Chess");
  await phones(anna, "chess-playing");
  await anna.table.resign();
  await phones(anna, "chess-over");
});

test("draw and guess on a phone", async ({ players }) => {
  const [anna, ben, carol] = await players("Anna", "Ben", "Carol");
  await beginAmongFew(anna, ben, "Draw and guess", { rounds: 1, seconds: 180 });
  await phones(anna, "draw-choosing");
  await phones(ben, "draw-waiting");
  await anna.page.getByRole("group", { name: "Choose a word to draw" }).getByRole("button").first().click();
  await expect(ben.page.getByRole("textbox", { name: "Your guess" })).toBeVisible();
  await phones(anna, "draw-drawing");
  await phones(ben, "draw-guessing");
  await carol.followLink(new URL(anna.page.url()).pathname.slice(3));
  await expect(carol.page.getByText("You are watching")).toBeVisible();
  await phones(carol, "draw-watching");
});

test("others on a phone", async ({ players }) => {
  const [anna, ben] = await players("Anna", "Ben");
  for (const game of ["Tic-tac-toe", "Connect Four"] as const) {
    await beginGame(anna, ben, game);
    await phones(anna, game.toLowerCase().replace(" ", "-"));
  }
  await beginAmongFew(anna, ben, "Rock, paper, scissors", {});
  await phones(anna, "rock-paper-scissors");
});
