import { expect, test } from "../fixtures.js";
import { beginGame } from "../games.js";
import { cell } from "../player/table.js";

test.describe("your tables", () => {
  test("what was missed and whose turn it is, live in the lobby", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const table = await beginGame(anna, ben);
    await ben.table.backToLobby();
    const mine = ben.lobby.myTables(table);
    await expect(mine).toContainText("Nothing missed");
    await expect(mine).not.toContainText("Your turn");
    await expect(ben.page).toHaveTitle("Lobby · Rejoin");

    await anna.table.move(cell(2, 2));
    await expect(mine).toContainText("1 event missed");
    await expect(mine).toContainText("Your turn");
    await expect(ben.page).toHaveTitle("● Your turn · Lobby · Rejoin");
    await anna.thread.tell("Go on");
    await expect(mine).toContainText("2 events missed");

    await mine.click();
    await expect(ben.thread.missedMark(2)).toBeVisible();
    await expect(ben.page).toHaveTitle(`● Your turn · ${table.title} · Rejoin`);
    await ben.table.move(cell(1, 1));
    await expect(ben.page).not.toHaveTitle(/Your turn/);
    await expect(anna.page).toHaveTitle(`● Your turn · ${table.title} · Rejoin`);
    await ben.table.backToLobby();
    await expect(mine).toContainText("Nothing missed");
  });

  test("a table is not yours any more once you left your seat", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const table = await beginGame(anna, ben);
    await anna.table.resign();
    await ben.table.says("You won");
    await ben.table.leaveSeat();
    await ben.table.backToLobby();
    await expect(ben.lobby.openTables(table)).toBeVisible();
    await expect(ben.lobby.myTables(table)).toHaveCount(0);
  });
});
