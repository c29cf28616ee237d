import { expectSameBoard, expectSameThread } from "../agreement.js";
import { expect, test } from "../fixtures.js";
import { beginGame } from "../games.js";
import type { TableName } from "../player/lobby.js";
import type { Player } from "../player/player.js";
import { cell } from "../player/table.js";

test.describe("reloading and closing", () => {
  test("a reload in the middle of a game changes nothing", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const table = await beginGame(anna, ben);
    await anna.table.move(cell(2, 2));
    await ben.thread.tell("Hm");
    await everythingIsSeen(ben, table);
    const before = await ben.thread.read();
    await ben.page.reload();
    await ben.table.says("Your turn");
    await expect(ben.thread.log.getByText(/while you were away/)).toHaveCount(0);
    await expect.poll(() => ben.thread.read()).toEqual(before);
    await expectSameThread(anna, ben);
    await expectSameBoard(anna, ben);
    await ben.table.move(cell(1, 1));
    await anna.table.says("Your turn");
  });

  test("a reload after being away shows what was missed", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const table = await beginGame(anna, ben);
    await everythingIsSeen(ben, table);
    const head = await ben.thread.head();
    await ben.page.goto("about:blank");
    await anna.table.move(cell(2, 2));
    await anna.thread.tell("Your move, Ben");

    await ben.followLink(table.code);
    await expect(ben.thread.missedMark(2)).toBeVisible();
    const missed = (await ben.thread.read()).filter((row) => row.missed);
    expect(missed.map(({ seq }) => seq)).toEqual([head + 1, head + 2]);
    await ben.thread.dismissMissed();
    await expectSameThread(anna, ben);
    await expectSameBoard(anna, ben);
  });

  test("a browser that was closed opens where it was, as the same person", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const table = await beginGame(anna, ben);
    await everythingIsSeen(ben, table);
    const again = await ben.reopenBrowser(async () => {
      await anna.table.move(cell(2, 2));
    });
    await again.lobby.open();
    await again.identity.isCalled("Ben");
    const mine = again.lobby.myTables(table);
    await expect(mine).toContainText("Your turn");
    await expect(mine).toContainText("1 event missed");
    await mine.click();
    await expect(again.thread.missedMark(1)).toBeVisible();
    await again.table.move(cell(1, 1));
    await anna.table.says("Your turn");
    await again.thread.dismissMissed();
    await expectSameThread(anna, again);
  });

  test("the back button leads back, and forward to the game again", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await anna.lobby.open();
    const table = await anna.lobby.createTable();
    await ben.followLink(table.code);
    await ben.table.takeSeat(2);
    await Promise.all([anna.table.ready(), ben.table.ready()]);
    await anna.table.says("Your turn");
    await anna.page.goBack();
    await expect(anna.lobby.myTables(table)).toContainText("Your turn");
    await ben.thread.tell("Where are you?");
    await expect(anna.lobby.myTables(table)).toContainText("1 event missed");
    await anna.page.goForward();
    await expect(anna.thread.missedMark(1)).toBeVisible();
    await anna.table.move(cell(2, 2));
    await ben.table.says("Your turn");
  });
});

/**
 * Waits until the server knows that somebody has seen everything: it is told of that at intervals, and what is missed is
 * counted from there.
 */
async function everythingIsSeen(player: Player, table: TableName): Promise<void> {
  const tab = await player.openTab();
  await tab.lobby.open();
  await expect(tab.lobby.myTables(table)).toContainText("Nothing missed");
  await tab.page.close();
}
