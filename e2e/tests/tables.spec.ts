import { expect, test } from "../fixtures.js";
import { sitAlone, sitDown } from "../games.js";

test.describe("finding a table", () => {
  test("a friend joins by the code", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await anna.lobby.open();
    const { code, title } = await anna.lobby.createTable();
    await anna.table.says("Waiting for 1 more player");

    await ben.lobby.open();
    await ben.lobby.joinByCode(`${code.slice(0, 3)} ${code.slice(3)}`.toLowerCase());
    await expect(ben.page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await ben.table.says("Take a seat to play");
    await ben.table.takeSeat(2);

    await expect(anna.table.seatOf("Ben")).toContainText("Not ready");
    await expect(ben.table.seatOf("Anna")).toContainText("Host");
    await anna.thread.shows("Ben took seat 2");
    await expect(anna.thread.log.getByText(/while you were away/)).toHaveCount(0);
  });

  test("a stranger follows the link, and is somebody at once", async ({ players, stranger }) => {
    const [anna] = await players("Anna");
    const { code } = await sitAlone(anna);

    const guest = await stranger();
    await guest.followLink(code);
    await guest.table.takeSeat(2);
    await expect(guest.table.seatOf("Anna")).toBeVisible();

    const taken = (await guest.thread.read()).at(-1);
    expect(taken?.words).toMatch(/^\S.* took seat 2/);
    await expect(anna.thread.log).toContainText(taken?.words.split(" | ")[0] ?? "nobody");
  });

  test("the invitation has the link and the code, and says that it copied", async ({ players }) => {
    const [anna] = await players("Anna");
    const { code } = await sitAlone(anna);
    await anna.page.getByRole("button", { name: "Invite" }).click();
    const dialog = anna.page.getByRole("dialog", { name: "Invite" });
    await expect(dialog.getByText(`/r/${code}`)).toBeVisible();
    await expect(dialog.getByRole("img", { name: "QR code of the invite link" })).toBeVisible();
    await dialog.getByRole("button", { name: "Copy code" }).click();
    await expect(dialog.getByRole("button", { name: "Copied" })).toBeVisible();
    await anna.page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  });

  test("somebody in the lobby sees seats fill", async ({ players }) => {
    const [anna, ben, carol] = await players("Anna", "Ben", "Carol");
    await carol.lobby.open();
    await anna.lobby.open();
    const table = await anna.lobby.createTable();
    const listed = carol.lobby.openTables(table);
    await expect(listed).toContainText("hosted by Anna");
    await expect(listed).toContainText("1 free seat");

    await ben.followLink(table.code);
    await ben.table.takeSeat(2);
    await expect(listed).toContainText("Full, you can watch");

    await ben.table.leaveSeat();
    await expect(listed).toContainText("1 free seat");
    await carol.lobby.openTable(table);
    await carol.table.takeSeat(2);
    await expect(anna.table.seatOf("Carol")).toBeVisible();
  });

  test("a private table is found by its code only", async ({ players }) => {
    const [anna, ben, carol] = await players("Anna", "Ben", "Carol");
    await carol.lobby.open();
    await anna.lobby.open();
    const hidden = await anna.lobby.createTable({ isPrivate: true });
    await ben.lobby.open();
    const listed = await ben.lobby.createTable();

    // Lists are told of tables in the order in which they were opened.
    await expect(carol.lobby.openTables(listed)).toBeVisible();
    await expect(carol.lobby.openTables(hidden)).toHaveCount(0);
    await carol.lobby.joinByCode(hidden.code);
    await carol.table.takeSeat(2);
    await expect(anna.table.seatOf("Carol")).toBeVisible();
  });

  test("only free seats, and only one game, can be looked for, and that is remembered", async ({
    players,
  }) => {
    const [anna, ben, carol] = await players("Anna", "Ben", "Carol");
    const full = await sitDown(anna, ben);
    await carol.lobby.open();
    const free = await carol.lobby.createTable({ game: "Connect Four" });
    await carol.table.backToLobby();
    await expect(carol.lobby.openTables(full)).toBeVisible();

    await carol.page.getByRole("checkbox", { name: "Free seats only" }).check();
    await expect(carol.lobby.openTables(full)).toHaveCount(0);
    await expect(carol.lobby.openTables(free)).toBeVisible();
    await carol.page.getByRole("radio", { name: "Tic-tac-toe" }).check();
    await expect(carol.lobby.openTables(free)).toHaveCount(0);

    await carol.page.reload();
    await expect(carol.page.getByRole("checkbox", { name: "Free seats only" })).toBeChecked();
    await expect(carol.page.getByRole("radio", { name: "Tic-tac-toe" })).toBeChecked();
  });
});
