import { expectAccessible } from "../accessibility.js";
import { expectSameBoard } from "../agreement.js";
import { expect, test } from "../fixtures.js";
import { beginGame, play, UPPER_ROW_WINS } from "../games.js";
import { cell } from "../player/table.js";

test.describe("looking back", () => {
  test("board and thread go to any event, and live events go on arriving (TIME-1, BOARD-1)", async ({
    players,
  }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await beginGame(anna, ben);
    await play(UPPER_ROW_WINS.slice(0, 3), anna, ben);
    await ben.table.says("Your turn");
    const head = await ben.thread.head();

    await ben.past.open();
    await ben.past.shows(head, head, "Anna played row 1, column 2");
    await ben.past.press("One event back");
    await ben.past.shows(head - 1, head, "Ben played row 2, column 1");
    await expect(ben.table.place(cell(1, 2))).toHaveAccessibleName(/empty/);
    await expect(ben.table.place(cell(2, 1))).toHaveAccessibleName(/Ben/);
    await ben.table.says("Anna to move");
    await expect(ben.past.controls).toContainText("no moves can be made here");
    await ben.table.boardIsNotOperable();

    await anna.thread.tell("Are you there?");
    await expect(ben.past.controls.getByRole("button", { name: /Back to live/ })).toContainText("1 new");
    await ben.past.shows(head - 1, head + 1, "Ben played row 2, column 1");
    await ben.past.press("First event");
    await ben.past.shows(1, head + 1, "Anna opened the table");
    await expect(ben.table.place(cell(2, 1))).toHaveAccessibleName(/empty/);
    await ben.past.press("Last event");
    await ben.past.shows(head + 1, head + 1, "Anna: Are you there?");

    await ben.past.controls.getByRole("button", { name: /Back to live/ }).click();
    await expect(ben.past.controls).toHaveCount(0);
    await expect(ben.page.getByRole("button", { name: "Look back" })).toBeFocused();
    await expectSameBoard(anna, ben);
    await ben.table.move(cell(2, 2));
    await anna.table.says("Your turn");
  });

  test("by keyboard alone, with each moment in words", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await beginGame(anna, ben);
    await anna.table.move(cell(2, 2));
    await ben.table.says("Your turn");
    const head = await ben.thread.head();
    await ben.page.getByRole("button", { name: "Look back" }).focus();
    await ben.page.keyboard.press("Enter");
    await expect(ben.past.slider).toBeFocused();
    await expect(ben.past.slider).toHaveAttribute(
      "aria-valuetext",
      `Event ${head} of ${head}, Anna played row 2, column 2`,
    );
    await ben.page.keyboard.press("ArrowLeft");
    await ben.past.shows(head - 1, head, "The game began");
    await ben.page.keyboard.press("Home");
    await ben.past.shows(1, head, "Anna opened the table");
    await ben.page.keyboard.press("ArrowRight");
    await ben.past.shows(2, head, /took seat/);
    await ben.page.keyboard.press("Escape");
    await ben.table.says("Your turn");
    await expect(ben.page.getByRole("button", { name: "Look back" })).toBeFocused();
  });

  test("what came before this page held anything is fetched", async ({ players, stranger }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const { code } = await beginGame(anna, ben);
    await play(UPPER_ROW_WINS, anna, ben);
    await anna.table.says("You won");
    const guest = await stranger();
    await guest.followLink(code);
    await guest.table.says("Anna won");
    const head = await guest.thread.head();
    await guest.past.open();
    await guest.past.press("First event");
    await guest.past.shows(1, head, "Anna opened the table");
    await guest.past.press("Play");
    await guest.past.shows(head, head, "Anna played row 1, column 3. Anna won");
    await guest.table.says("Anna won");
  });

  test("everybody can use it, in either theme, on a phone and on a desk", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await beginGame(anna, ben);
    await play(UPPER_ROW_WINS.slice(0, 4), anna, ben);
    await anna.table.says("Your turn");
    await anna.past.open();
    await anna.past.press("One event back");
    await anna.past.press("One event back");
    await expectAccessible(anna);
  });
});
