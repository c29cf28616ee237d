import { expect, test } from "../fixtures.js";
import { sitDown } from "../games.js";

test.describe("who you are", () => {
  test("a new name shows with the next thing said", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await sitDown(anna, ben);
    await ben.identity.rename("Benjamin");
    await ben.identity.isCalled("Benjamin");
    await ben.thread.tell("That is my whole name");
    await anna.thread.shows("That is my whole name");
    await expect(anna.thread.entries("That is my whole name")).toContainText("Benjamin");
  });

  test("a name of nothing is refused in words", async ({ players }) => {
    const [anna] = await players("Anna");
    await anna.lobby.open();
    await anna.page.getByRole("button", { name: "Change name and face" }).click();
    const name = anna.page.getByRole("dialog").getByRole("textbox", { name: "Name" });
    await name.fill("   ");
    await anna.page.getByRole("button", { name: "Save" }).click();
    await expect(name).toHaveAccessibleDescription("A name needs at least one letter.");
  });

  test("a stranger is given a name, and stays the same person after a reload", async ({ stranger }) => {
    const guest = await stranger();
    await guest.lobby.open();
    const { code } = await guest.lobby.createTable();
    await expect(guest.thread.log).toContainText("opened the table");
    const seated = (await guest.thread.read())[0]?.words.replace(" opened the table", "") ?? "";
    await guest.identity.isCalled(seated);
    await expect(guest.table.control("Leave seat")).toBeVisible();
    await guest.page.reload();
    await guest.identity.isCalled(seated);
    await expect(guest.table.control("Leave seat")).toBeVisible();
    const { events } = await guest.readLog(code);
    expect(events.map(({ type }) => type)).toEqual(["room-created", "seat-taken"]);
  });
});
