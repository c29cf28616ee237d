import { expect, test } from "../fixtures.js";
import type { Player } from "../player/player.js";

/** Plays the first free cell whenever it is this player's turn, until the game is over. */
async function playToTheEnd({ table, page }: Player): Promise<void> {
  const headline = page.locator("[data-headline]");
  const free = table.board.getByRole("button", { name: /empty$/, disabled: false });
  const isOver = /won|draw/i;
  await expect(async () => {
    const words = (await headline.textContent()) ?? "";
    if (!isOver.test(words) && (await free.count()) > 0) await free.first().click({ timeout: 1_000 });
    await expect(headline).toHaveText(isOver, { timeout: 500 });
  }).toPass({ timeout: 45_000 });
}

test.describe("bots", () => {
  test("a host who is alone calls a bot, plays with it, and sends it away", async ({ players }) => {
    const [anna] = await players("Anna");
    await anna.lobby.open();
    await anna.lobby.createTable();
    await anna.table.control("Add a bot").click();
    await anna.page.getByRole("menuitem", { name: /^Hard/ }).click();
    await expect(anna.table.main.getByText("Bot, hard")).toBeVisible();
    await expect(anna.table.control("Add a bot")).toHaveCount(0);
    await anna.table.ready();
    await anna.table.control("Resign").waitFor();
    await playToTheEnd(anna);
    await anna.page.getByRole("button", { name: "Table menu" }).click();
    await anna.page.getByRole("menuitem", { name: /^Kick / }).click();
    await expect(anna.table.main.getByText("Bot, hard")).toHaveCount(0);
  });
});
