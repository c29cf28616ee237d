import { expectAccessible } from "../accessibility.js";
import { expect, test } from "../fixtures.js";
import { sitDown } from "../games.js";

// A server of its own, whose lobby is empty at first, and a countdown that can be looked at in peace.
test.use({ settings: { COUNTDOWN_MS: "60000" } });

test.describe("everybody can use it, in either theme, on a phone and on a desk", () => {
  // The first one needs a lobby in which nobody was before.
  test.describe.configure({ mode: "default" });

  test("the empty lobby, and creating a table", async ({ players }) => {
    const [anna] = await players("Anna");
    await anna.lobby.open();
    await expect(anna.page.getByText("It is quiet in here")).toBeVisible();
    await expectAccessible(anna);
    await anna.lobby.openCreateDialog();
    await expectAccessible(anna);
  });

  test("choosing a name and a face", async ({ players }) => {
    const [anna] = await players("Anna");
    await anna.lobby.open();
    await anna.page.getByRole("button", { name: "Change name and face" }).click();
    await expect(anna.page.getByRole("dialog", { name: "Change name and face" })).toBeVisible();
    await expectAccessible(anna);
  });

  test("a table where people gather, and its invitation", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await sitDown(anna, ben);
    await ben.thread.tell("Hello");
    await anna.thread.shows("Hello");
    await expectAccessible(anna);
    await anna.page.getByRole("button", { name: "Invite" }).click();
    await expect(anna.page.getByRole("dialog", { name: "Invite" })).toBeVisible();
    await expectAccessible(anna);
  });

  test("the lobby with tables, of one’s own and of others", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const table = await sitDown(anna, ben);
    await ben.table.backToLobby();
    await anna.thread.tell("Where are you?");
    await expect(ben.lobby.myTables(table)).toContainText("missed");
    await expectAccessible(ben);
  });

  test("the countdown", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await sitDown(anna, ben);
    await Promise.all([anna.table.ready(), ben.table.ready()]);
    await expect(anna.page.getByRole("timer")).toBeVisible();
    await expectAccessible(anna);
  });

  test("no table here", async ({ stranger }) => {
    const guest = await stranger();
    await guest.followLink("ZZZZZ2");
    await expect(guest.page.getByRole("heading", { name: "No table here" })).toBeVisible();
    await expectAccessible(guest);
  });
});
