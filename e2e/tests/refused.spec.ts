import { expect, test } from "../fixtures.js";
import { beginGame, sitAlone, sitDown } from "../games.js";

test.describe("what cannot be had is said", () => {
  test("a code that is none", async ({ players }) => {
    const [anna] = await players("Anna");
    await anna.lobby.open();
    await anna.lobby.joinByCode("ABC");
    await expect(anna.page.getByRole("alert")).toHaveText(
      "A room code has 6 letters and digits, such as ABC 234.",
    );
    await expect(anna.page).toHaveURL(/\/$/);
  });

  test("a code of no table, and another try from there", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await ben.lobby.open();
    const { code, title } = await ben.lobby.createTable();
    await anna.lobby.open();
    await anna.lobby.joinByCode("ZZZ ZZ2");
    await expect(anna.page.getByRole("heading", { name: "No table here" })).toBeVisible();
    await expect(anna.page.getByText("There is no table with the code ZZZ ZZ2")).toBeVisible();
    await anna.lobby.joinByCode(code);
    await expect(anna.page.getByRole("heading", { name: title })).toBeVisible();
  });

  for (const [what, path] of [
    ["a link that is no code", "/r/nothing-like-it"],
    ["an address of nothing", "/nowhere/at/all"],
  ] as const) {
    test(`${what}`, async ({ stranger }) => {
      const guest = await stranger();
      await guest.page.goto(path);
      await expect(guest.page.getByRole("heading", { name: "No table here" })).toBeVisible();
      await guest.table.backToLobby();
    });
  }

  test("a full table can be watched", async ({ players }) => {
    const [anna, ben, carol] = await players("Anna", "Ben", "Carol");
    const { code } = await sitDown(anna, ben);
    await carol.followLink(code);
    await carol.table.says("You are watching: the table is full.");
    await expect(carol.page.getByRole("button", { name: /Take seat/ })).toHaveCount(0);
    await carol.thread.tell("May I watch?");
    await anna.thread.shows("May I watch?");
    await ben.table.leaveSeat();
    await carol.table.takeSeat(2);
    await expect(anna.table.seatOf("Carol")).toBeVisible();
  });

  test("two want the same seat: one has it, the other is told why not", async ({ players }) => {
    const [anna, ben, carol] = await players("Anna", "Ben", "Carol");
    const { code } = await sitAlone(anna);
    for (const guest of [ben, carol]) {
      await guest.followLink(code);
      await guest.table.says("Take a seat to play");
    }
    // Carol presses while she cannot know that Ben was quicker.
    await carol.cut();
    await carol.table.control("Take seat 2").click();
    await ben.table.takeSeat(2);
    await carol.reconnect();
    await expect(carol.page.getByRole("region", { name: /Notices/ })).toContainText("The table is full.");
    await carol.table.says("You are watching: the table is full.");
  });

  test("a closed table stays readable", async ({ players, stranger }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const table = await beginGame(anna, ben);
    await ben.thread.tell("Good night");
    await anna.table.close();
    for (const player of [anna, ben]) {
      await player.table.says("This table is closed");
      await expect(player.thread.message).toHaveCount(0);
      await player.table.boardIsNotOperable();
    }
    const guest = await stranger();
    await guest.followLink(table.code);
    await guest.table.says("This table is closed");
    await guest.thread.shows("Good night");
    await guest.table.backToLobby();
    await expect(guest.lobby.openTables(table)).toHaveCount(0);
  });

  test("the host frees a seat", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await sitDown(anna, ben);
    await anna.table.fromMenu("Kick Ben");
    await ben.thread.shows("Anna freed the seat of Ben");
    await ben.table.says("Take a seat to play");
    expect(await ben.table.menu()).not.toContain("Close the table");
    await ben.table.takeSeat(2);
    await expect(anna.table.seatOf("Ben")).toBeVisible();
  });

  test("the host leaves, and the next seat hosts", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await sitDown(anna, ben);
    await anna.table.leaveSeat();
    await expect(ben.thread.entries("Ben is the host now")).toHaveCount(1);
    await expect(ben.table.seatOf("Ben")).toContainText("Host");
    await ben.table.close();
    await anna.table.says("This table is closed");
  });

  test("the host hands the table over", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await sitDown(anna, ben);
    await anna.table.fromMenu("Make Ben the host");
    await expect(ben.table.seatOf("Ben")).toContainText("Host");
    expect(await ben.table.menu()).toContain("Close the table");
    expect(await anna.table.menu()).not.toContain("Close the table");
  });

  test("leaving in the middle of a game is asked about, and gives the game up", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await beginGame(anna, ben);
    await ben.table.leaveSeat();
    await ben.table.confirm("Leave in the middle of the game?", "Give up the seat");
    await anna.table.says("You won");
    await anna.thread.shows("Ben left seat 2");
  });
});
