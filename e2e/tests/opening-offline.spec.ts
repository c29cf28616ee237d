import { expect, test } from "../fixtures.js";

test("who opens a table without a connection is told so, keeps what they wrote, and opens it when it is back", async ({
  players,
}) => {
  const [anna] = await players("Anna");
  await anna.lobby.open();
  await anna.connection.isLive();
  const dialog = await anna.lobby.openCreateDialog();
  await dialog.getByRole("textbox", { name: "Title" }).fill("After the tunnel");
  await anna.cut();
  await dialog.getByRole("button", { name: "Create" }).click();
  await expect(dialog).toContainText("There is no connection. A table can be opened when it is back.");
  await expect(dialog.getByRole("textbox", { name: "Title" })).toHaveValue("After the tunnel");
  await anna.page.keyboard.press("Escape");
  await anna.page.getByRole("button", { name: "Play Chess now" }).click();
  await expect(anna.page.getByRole("region", { name: "Play now" })).toContainText("There is no connection.");

  await anna.reconnect();
  const table = await anna.lobby.createTable({ title: "After the tunnel" });
  await expect(anna.page.getByRole("heading", { level: 1, name: table.title })).toBeVisible();
});
