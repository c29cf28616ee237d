import { expect, test } from "../fixtures.js";
import { beginGame, sitDown } from "../games.js";
import { Invitations } from "../player/invitations.js";
import { picture } from "./picture.js";

test.setTimeout(180_000);

test("inviting by name", async ({ players }) => {
  const [anna, ben, carol, dora, emil] = await players(
    "Anna",
    "Ben",
    "Carol",
    "Dora Longname Somewhere",
    "Emil",
  );
  await Promise.all([ben, carol, dora].map((player) => player.lobby.open()));
  const { code } = await sitDown(anna, emil, "Chess");
  await new Invitations(anna.page).openDialog();
  await new Invitations(anna.page).invite("Ben");
  await new Invitations(anna.page).invite("Carol");
  await new Invitations(carol.page).decline("Anna");
  await anna.page.getByRole("searchbox", { name: "Name" }).fill("");
  await expect(new Invitations(anna.page).guest("Carol")).toContainText("Cannot come now");
  await new Invitations(anna.page).guest("Dora Longname Somewhere").scrollIntoViewIfNeeded();
  await picture(anna, "invite-by-name");
  await anna.page.keyboard.press("Escape");

  for (const title of ["Sunday with everybody who is awake", "Draw with us"]) {
    await emil.lobby.open();
    await emil.lobby.createTable({ title, game: "Draw and guess" });
    await new Invitations(emil.page).openDialog();
    await new Invitations(emil.page).invite("Ben");
  }
  await expect(new Invitations(ben.page).from("Emil")).toHaveCount(1);
  await expect(ben.page.getByRole("button", { name: "2 more wait" })).toBeVisible();
  await picture(ben, "invited-in-the-lobby");
  await ben.page.getByRole("button", { name: "2 more wait" }).click();
  await picture(ben, "invited-in-the-lobby-whole");
  await beginGame(carol, ben, "Chess");
  await expect(new Invitations(ben.page).from("Emil")).toHaveCount(1);
  await picture(ben, "invited-at-a-table");
  expect(code).not.toBe("");
});

test("changing a table", async ({ players }) => {
  const [anna, ben] = await players("Anna", "Ben");
  await sitDown(anna, ben, "Draw and guess");
  await anna.table.fromMenu("Change the table");
  await picture(anna, "change-the-table");
  await anna.page.keyboard.press("Escape");
  await beginGame(anna, ben, "Chess");
  await anna.table.fromMenu("Change the table");
  await anna.page.getByRole("dialog").getByRole("textbox", { name: "Title" }).fill("Rematch club");
  await picture(anna, "change-the-table-refused");
});
