import { expectSameBoard, expectSameThread } from "../agreement.js";
import { expect, test } from "../fixtures.js";
import { beginGame } from "../games.js";
import type { Player } from "../player/player.js";
import { cell } from "../player/table.js";

test.describe("two tabs of one player", () => {
  test("both follow, and what is done in one is seen in the other", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const { code } = await beginGame(anna, ben);
    const second = await anna.openTab();
    await second.followLink(code);
    await second.table.move(cell(2, 2));
    await anna.table.says("Ben to move");
    await ben.table.move(cell(1, 1));
    await anna.table.says("Your turn");
    await second.table.says("Your turn");
    await anna.thread.tell("From the first tab");
    await second.thread.tell("From the second tab");
    await expectSameThread(anna, second, ben);
    await expectSameBoard(anna, second, ben);

    await anna.page.close();
    await second.table.move(cell(3, 3));
    await ben.table.says("Your turn");
    await expectSameThread(second, ben);
  });

  test("both tabs press the same place at the same moment, and it is one move", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const { code } = await beginGame(anna, ben);
    const second = await anna.openTab();
    await second.followLink(code);
    await second.table.says("Your turn");
    // Without waiting for the place to be operable: in one of the tabs it may not be any more.
    const press = (player: Player) => player.table.place(cell(2, 2)).click({ force: true });
    await Promise.all([press(anna), press(second)]);
    await ben.table.says("Your turn");
    await anna.table.says("Ben to move");
    await second.table.says("Ben to move");
    const { events } = await ben.readLog(code);
    expect(events.filter(({ type }) => type === "moved")).toHaveLength(1);
  });
});
