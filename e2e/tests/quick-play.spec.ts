import { expect, test } from "../fixtures.js";

test.describe("quick play", () => {
  // Each test looks at tables of a game of its own: nobody sits down at another test's.
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
