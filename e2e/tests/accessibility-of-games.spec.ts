import { expectAccessible } from "../accessibility.js";
import { expect, test } from "../fixtures.js";
import { beginGame, play, UPPER_ROW_WINS } from "../games.js";

test.describe("everybody can use it, during a game", () => {
  test("a game that is played, finished, and closed", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await beginGame(anna, ben);
    await play(UPPER_ROW_WINS.slice(0, 2), anna, ben);
    await anna.table.says("Your turn");
    await expectAccessible(anna);
    await play(UPPER_ROW_WINS.slice(2), anna, ben);
    await anna.table.says("You won");
    await expectAccessible(anna);
    await anna.table.close();
    await anna.table.says("This table is closed");
    await expectAccessible(anna);
  });

  test("Connect Four, cut off, and what was missed", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await beginGame(anna, ben, "Connect Four");
    await anna.table.move({ row: 1, column: 4 });
    await ben.table.says("Your turn");
    await ben.cut();
    await ben.thread.say("I am in a tunnel");
    await anna.thread.tell("Ben?");
    await expectAccessible(ben);
    await ben.reconnect();
    await expect(ben.thread.missedMark(1)).toBeVisible();
    await expectAccessible(ben);
  });
});
