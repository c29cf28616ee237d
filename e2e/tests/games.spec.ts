import { expectSameBoard, expectSameThread } from "../agreement.js";
import { expect, test } from "../fixtures.js";
import { beginGame, DRAW, LOWEST_ROW_WINS, meet, play, sitDown, UPPER_ROW_WINS } from "../games.js";
import { cell } from "../player/table.js";

// As most people have it, with everything that moves.
test.use({ contextOptions: { reducedMotion: "no-preference" } });

test.describe("playing", () => {
  test("a whole game of Tic-tac-toe, and a rematch that the other one begins", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await meet(anna, ben);
    await Promise.all([anna.table.ready(), ben.table.ready()]);
    await play(UPPER_ROW_WINS, anna, ben);
    await anna.table.says("You won");
    await ben.table.says("Anna won");
    await expect(anna.table.place(cell(1, 3))).toHaveAccessibleName(/crosses, Anna/);
    await expect(ben.table.place(cell(2, 2))).toHaveAccessibleName(/noughts, Ben/);
    await expectSameBoard(anna, ben);
    await expectSameThread(anna, ben);
    await expect(ben.thread.entries("Anna won")).toHaveCount(1);

    await ben.table.rematch();
    await anna.thread.shows("Ben wants a rematch");
    await anna.table.rematch();
    await ben.table.move(cell(2, 2));
    await anna.table.says("Your turn");
    await expect(anna.table.place(cell(2, 2))).toHaveAccessibleName(/Ben/);
    await expect(anna.table.place(cell(1, 1))).toHaveAccessibleName(/empty/);
  });

  test("a whole game of Connect Four, and a rematch that the other one begins", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await meet(anna, ben, "Connect Four");
    await Promise.all([anna.table.ready(), ben.table.ready()]);
    await play(LOWEST_ROW_WINS, anna, ben);
    await anna.table.says("You won");
    await ben.table.says("Anna won");
    await expect(ben.table.place(cell(6, 4))).toHaveAccessibleName(/disc of seat 1, Anna/);
    await expectSameBoard(anna, ben);
    await expectSameThread(anna, ben);

    await anna.table.rematch();
    await ben.table.rematch();
    await ben.table.says("Your turn");
    await anna.table.says("Ben to move");
  });

  test("nobody wins", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await beginGame(anna, ben);
    await play(DRAW, anna, ben);
    await anna.table.says("A draw");
    await ben.table.says("A draw");
    await expect(ben.thread.entries("The game is a draw")).toHaveCount(1);
    await expectSameThread(anna, ben);
  });

  test("one resigns, after being asked once more", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await beginGame(anna, ben);
    await anna.table.move(cell(2, 2));
    await anna.table.control("Resign").click();
    await anna.table.confirm("Resign this game?", "Keep playing");
    await anna.table.says("Ben to move");
    await anna.table.resign();
    await anna.table.says("Ben won");
    await ben.table.says("You won");
    await expectSameThread(anna, ben);
  });

  test("a game with nothing but the keyboard", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await sitDown(anna, ben);
    await ben.table.ready();
    const keys = anna.keyboard;
    await keys.press(anna.table.control("Ready"));
    for (const [index, place] of UPPER_ROW_WINS.entries()) {
      if (index % 2 === 1) await ben.table.move(place);
      else {
        await anna.table.says("Your turn");
        await keys.walkTo(anna.table, place);
        await anna.page.keyboard.press(index === 0 ? "Enter" : "Space");
      }
    }
    await anna.table.says("You won");
    await ben.table.says("Anna won");
  });

  test("a spectator sees the game, and cannot touch it", async ({ players }) => {
    const [anna, ben, carol] = await players("Anna", "Ben", "Carol");
    const { code } = await beginGame(anna, ben);
    await anna.table.move(cell(2, 2));
    await carol.followLink(code);
    await carol.table.says("You are watching: the table is full.");
    await expect(carol.table.place(cell(2, 2))).toHaveAccessibleName(/crosses, Anna/);
    await carol.table.boardIsNotOperable();
    await ben.table.move(cell(1, 1));
    await expect(carol.table.place(cell(1, 1))).toHaveAccessibleName(/noughts, Ben/);
    await expectSameThread(anna, carol);
  });

  test("it is not your turn: the board cannot be operated", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await beginGame(anna, ben);
    await ben.table.boardIsNotOperable();
    await ben.table.place(cell(1, 1)).click({ force: true });
    await anna.table.move(cell(1, 1));
    await ben.table.says("Your turn");
    await expect(ben.table.place(cell(1, 1))).toHaveAccessibleName(/Anna/);
    await expect(ben.table.place(cell(1, 1))).toBeDisabled();
    await anna.table.boardIsNotOperable();
  });
});
