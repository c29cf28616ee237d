import { expectAccessible } from "../accessibility.js";
import { expect, test } from "../fixtures.js";
import { beginGame, sitDown } from "../games.js";
import type { Player } from "../player/player.js";

const dialogOf = ({ page }: Player) => page.getByRole("dialog", { name: "Change the table" });

test.describe("changing a table that is open", () => {
  test("CONFIGURE-1 title, visibility, clock and seats are the host's to change between games", async ({
    players,
  }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const { code } = await sitDown(anna, ben, "Rock, paper, scissors", { rounds: 5 });
    await ben.table.ready();
    expect(await ben.table.menu()).not.toContain("Change the table");
    await anna.table.fromMenu("Change the table");
    const dialog = dialogOf(anna);
    await expect(dialog.getByRole("button", { name: "Save" })).toBeDisabled();
    await dialog.getByRole("textbox", { name: "Title" }).fill("Anna’s new rules");
    await dialog.getByRole("combobox", { name: "Seats" }).selectOption("2");
    await dialog.getByRole("combobox", { name: "Best of" }).selectOption({ index: 1 });
    await dialog.getByRole("switch", { name: "Private" }).check();
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toBeHidden();

    await expect(ben.page.getByRole("heading", { level: 1, name: "Anna’s new rules" })).toBeVisible();
    await ben.thread.shows(
      "Anna changed the table: it is called “Anna’s new rules”, only people with the link or the code find it, 2 seats, other settings of the game",
    );
    await expect(ben.table.seatOf("Ben")).toContainText("Not ready");
    await expect(ben.table.control("Take seat 3")).toHaveCount(0);
    await expect(ben.page).toHaveTitle("Anna’s new rules · Rejoin");
    await ben.page.reload();
    await expect(ben.page.getByRole("heading", { level: 1, name: "Anna’s new rules" })).toBeVisible();
    expect((await anna.readLog(code)).events.at(-1)).toMatchObject({
      type: "configured",
      data: { seats: 2, visibility: "private", options: { rounds: 3 } },
    });
  });

  test("CONFIGURE-1 a seat that somebody has does not go, and nothing changes during a game: both say why", async ({
    players,
  }) => {
    const [anna, ben, carol, dora] = await players("Anna", "Ben", "Carol", "Dora");
    const { code } = await sitDown(anna, ben, "Rock, paper, scissors");
    await carol.followLink(code);
    await carol.table.takeSeat(3);
    await ben.table.leaveSeat();
    await anna.table.fromMenu("Change the table");
    await dialogOf(anna).getByRole("combobox", { name: "Seats" }).selectOption("2");
    await expect(dialogOf(anna).getByRole("alert")).toHaveText(
      "Somebody sits on seat 3. It can go when it is free.",
    );
    await expect(dialogOf(anna).getByRole("button", { name: "Save" })).toBeDisabled();
    await carol.table.leaveSeat();
    await dialogOf(anna).getByRole("button", { name: "Save" }).click();
    await expect(dialogOf(anna)).toBeHidden();

    await beginGame(carol, dora, "Chess");
    await carol.table.fromMenu("Change the table");
    await dialogOf(carol).getByRole("textbox", { name: "Title" }).fill("Later");
    await expect(dialogOf(carol).getByRole("alert")).toHaveText(
      "A game is being played. The table can be changed when it is over.",
    );
    await expect(dialogOf(carol).getByRole("button", { name: "Save" })).toBeDisabled();
    await expectAccessible(carol);
  });
});
