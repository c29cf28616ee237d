import { expectAccessible } from "../accessibility.js";
import { expectSameBoard, expectSameThread } from "../agreement.js";
import { expect, test } from "../fixtures.js";
import { beginGame, meet } from "../games.js";
import { dragPiece, movePiece, movePieceByKeys, square } from "../player/chess-board.js";

test.describe("chess", () => {
  test("a game to its end: pressed, dragged, mated", async ({ players }) => {
    const [anna, ben, carol] = await players("Anna", "Ben", "Carol");
    const { code } = await meet(anna, ben, "Chess");
    await Promise.all([anna.table.ready(), ben.table.ready()]);
    await movePiece(anna, "f2f3");
    await expect(square(ben, "f3")).toHaveAccessibleName(/White pawn on f3, last move/);
    await dragPiece(ben, "e7e5");
    await expect(square(anna, "e5")).toHaveAccessibleName(/Black pawn on e5/);
    await movePiece(anna, "g2g4");
    await carol.followLink(code);
    await dragPiece(ben, "d8h4");
    await anna.table.says("Ben won · checkmate");
    await ben.table.says("You won · checkmate");
    await carol.table.says("Ben won · checkmate");
    await expect(square(anna, "e1")).toHaveAccessibleName(/White king on e1, in check/);
    await expectSameThread(anna, ben, carol);
    await expect(anna.thread.entries("Ben played Qh4#")).toHaveCount(1);
    await expectSameBoard(anna, carol);
    await carol.table.boardIsNotOperable();
  });

  test("whoever plays black sees the board from their side, and nobody moves out of turn", async ({
    players,
  }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await beginGame(anna, ben, "Chess");
    const first = (board: typeof anna) => board.table.board.getByRole("button").first();
    await expect(first(anna)).toHaveAccessibleName(/a8/);
    await expect(first(ben)).toHaveAccessibleName(/h1/);
    await ben.table.boardIsNotOperable();
    await square(anna, "e2").click();
    await expect(square(anna, "e4")).toHaveAccessibleName(/can go here/);
    await expect(square(anna, "e5")).not.toHaveAccessibleName(/can go here/);
    await anna.page.keyboard.press("Escape");
    await expect(square(anna, "e4")).not.toHaveAccessibleName(/can go here/);
    await dragPiece(anna, "e2e5");
    await expect(square(anna, "e2")).toHaveAccessibleName(/White pawn/);
    await anna.table.says("Your turn");
  });

  test("a game with nothing but the keyboard, to a promotion and an agreed draw (BOARD-3)", async ({
    players,
  }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await beginGame(anna, ben, "Chess");
    await square(anna, "e2").focus();
    for (const [mine, theirs] of [
      ["a2a4", "b7b5"],
      ["a4b5", "a7a6"],
      ["b5a6", "h7h6"],
      ["a6a7", "h6h5"],
    ] as const) {
      await movePieceByKeys(anna, mine);
      await movePiece(ben, theirs);
    }
    await movePieceByKeys(anna, "a7b8");
    const becomes = anna.page.getByRole("dialog", { name: /becomes a/ });
    await expect(becomes.getByRole("button", { name: "Queen" })).toBeFocused();
    await anna.page.keyboard.press("Escape");
    await expect(becomes).toBeHidden();
    await movePieceByKeys(anna, "a7b8");
    await anna.page.keyboard.press("ArrowRight");
    await anna.page.keyboard.press("Enter");
    await expect(square(ben, "b8")).toHaveAccessibleName(/White knight on b8/);

    await anna.keyboard.press(anna.table.control("Offer a draw"));
    await expect(ben.page.getByText("Anna offers a draw").first()).toBeAttached();
    await ben.keyboard.press(ben.table.control("Accept"));
    await anna.table.says("A draw · agreed");
    await ben.table.says("A draw · agreed");
    await expectSameThread(anna, ben);
  });

  test("a clock runs for whoever is to move", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await beginGame(anna, ben, "Chess", { minutes: 1, increment: 0 });
    const clock = anna.page.getByRole("timer", { name: /^White:/ });
    const before = await clock.textContent();
    await expect(clock).not.toHaveText(before ?? "");
    await expect(anna.page.getByRole("timer", { name: "Black: 1 minute 0 seconds left" })).toBeVisible();
    await movePiece(anna, "e2e4");
    await expect(ben.page.getByRole("timer", { name: /^Black: 0 minutes/ })).toBeVisible();
  });

  test("everybody can use it", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await beginGame(anna, ben, "Chess");
    await movePiece(anna, "e2e4");
    await movePiece(ben, "d7d5");
    await square(anna, "e4").click();
    await expectAccessible(anna);
  });
});
