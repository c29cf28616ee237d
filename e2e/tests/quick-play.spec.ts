import { expect, test } from "../fixtures.js";

// The usual patience of bots, said so that this file has a server of its own: here nobody sits down at another file's tables.
test.use({ settings: { BOT_AFTER_MS: "4000" } });

test.describe("quick play", () => {
  // And each test plays a game of its own.
  test("somebody who was never here plays a bot, ten seconds after the page was opened", async ({
    stranger,
  }) => {
    const guest = await stranger();
    await guest.lobby.open();
    const opened = Date.now();
    await guest.page.getByRole("button", { name: "Play Tic-tac-toe now" }).click();
    await expect(guest.table.main.getByText("Your turn", { exact: true })).toBeVisible({ timeout: 10_000 });
    expect(Date.now() - opened).toBeLessThan(10_000);
    await expect(guest.page.getByText("Bot, easy")).toBeVisible();
  });

  test("two people who want the same game play each other", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    for (const player of [anna, ben]) await player.lobby.open();
    await anna.page.getByRole("button", { name: "Play Connect Four now" }).click();
    await expect(anna.table.seatOf("Anna")).toBeVisible();
    await ben.page.getByRole("button", { name: "Play Connect Four now" }).click();
    await expect(anna.table.seatOf("Ben")).toBeVisible();
    await expect(ben.table.seatOf("Anna")).toBeVisible();
    await anna.table.says("Your turn");
  });
});
