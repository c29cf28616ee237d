import type { Locator } from "@playwright/test";
import { expectAccessible } from "../accessibility.js";
import { expect, test } from "../fixtures.js";
import { beginAmongFew, sitDown } from "../games.js";
import type { Player } from "../player/player.js";

const GAME = "Rock, paper, scissors";
/** Time enough for a slow machine, and one round that counts. */
const ONE_ROUND = { rounds: 1, seconds: 30 };

function tile({ page }: Player, name: string): Locator {
  const board = page.getByRole("region", { name: GAME });
  return board.getByRole("listitem").filter({ hasText: new RegExp(`^${name}:`) });
}

test.describe("rock, paper, scissors", () => {
  test("a game to its end: nobody sees a hand before all are shown (BOARD-2)", async ({ players }) => {
    const [anna, ben, carol] = await players("Anna", "Ben", "Carol");
    const { code } = await sitDown(anna, ben, GAME, ONE_ROUND);
    await Promise.all([anna.table.ready(), ben.table.ready()]);
    await anna.table.control("Start").click();
    await carol.followLink(code);
    await anna.table.says("Your turn");
    await anna.table.control("Rock").click();
    await anna.table.says("Waiting for Ben");
    await expect(tile(anna, "Anna")).toContainText("Anna: rock");
    for (const other of [ben, carol]) {
      await expect(tile(other, "Anna")).toContainText("Anna: has chosen");
      await expect(other.thread.entries("Anna chose in secret")).toHaveCount(1);
    }
    await expect(ben.page.locator("body")).not.toContainText("chose rock");

    await ben.table.control("Paper").click();
    await ben.table.says("You won");
    await anna.table.says("Ben won");
    await carol.table.says("Ben won");
    for (const player of [anna, ben, carol]) {
      await expect(tile(player, "Anna")).toContainText("Anna: rock, 0 points");
      await expect(tile(player, "Ben")).toContainText("Ben: paper, 1 point");
      await expect(player.table.main.getByText("Paper wraps rock: Ben +1")).toBeVisible();
      await expect(player.thread.entries("Paper wraps rock: Ben +1")).toHaveCount(1);
    }
  });

  test("a round that nobody wins is played again, with nothing but the keyboard (BOARD-3)", async ({
    players,
  }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await beginAmongFew(anna, ben, GAME, ONE_ROUND);
    await anna.table.says("Your turn");
    await anna.keyboard.press(anna.table.control("Rock"));
    await ben.keyboard.press(ben.table.control("Rock"));
    await expect(anna.table.main.getByText("All chose rock: nobody scores")).toBeVisible();
    await anna.table.says("Your turn");
    await anna.page.keyboard.press("ArrowRight");
    await anna.page.keyboard.press("ArrowRight");
    await expect(anna.table.control("Scissors")).toBeFocused();
    await anna.page.keyboard.press("Enter");
    await anna.table.says("Waiting for Ben");
    await ben.page.keyboard.press("Space");
    await ben.table.says("You won");
  });

  test("everybody can use it", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await beginAmongFew(anna, ben, GAME, { rounds: 3, seconds: 30 });
    await anna.table.control("Rock").click();
    await ben.table.control("Paper").click();
    await expect(anna.table.main.getByText("Paper wraps rock: Ben +1")).toBeVisible();
    await anna.table.control("Rock").click();
    await expectAccessible(anna);
  });
});
