import { expect, test } from "../fixtures.js";
import { sitDown } from "../games.js";
import { picture } from "./picture.js";

test.setTimeout(180_000);

test("your devices, and moving to another one", async ({ players, stranger }) => {
  const [anna, ben] = await players("Anna", "Ben");
  await anna.lobby.open();
  await ben.lobby.open();
  const { hash } = new URL(await anna.identity.offerLink());
  await expect(anna.identity.devices).toHaveCount(1);
  await picture(anna, "devices");
  await ben.page.goto(`/move${hash}`);
  await expect(ben.page.getByText("This browser plays as Ben")).toBeVisible();
  await picture(ben, "move-by-link");
  const phone = await stranger();
  await phone.page.goto("/move");
  await expect(phone.page.getByRole("textbox", { name: "Code" })).toBeVisible();
  await picture(phone, "move-by-code");
});

test("settings, keys and people", async ({ players }) => {
  const [anna, ben] = await players("Anna", "Ben");
  await sitDown(anna, ben);
  await anna.settings.open();
  await picture(anna, "settings");
  await anna.settings.close();
  await anna.page.keyboard.press("?");
  await expect(anna.page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await picture(anna, "keys");
  await anna.page.keyboard.press("Escape");
  await anna.people.open();
  await anna.people.press("Hide the messages of Ben for me");
  await anna.people.press("Mute Ben at this table");
  await picture(anna, "people");
  await anna.people.press("Let Ben speak at this table again");
  await anna.people.close();
  await ben.thread.tell("Does anybody read this?");
  await expect(anna.page.getByText("A message that you hid")).toBeVisible();
  await picture(anna, "hidden-message");
});

test("in German", async ({ players }) => {
  const [anna, ben] = await players("Anna", "Ben");
  await sitDown(anna, ben);
  await anna.settings.open();
  await anna.page.getByRole("combobox", { name: "Language" }).selectOption("Deutsch");
  await expect(anna.page.getByRole("button", { name: "Menü des Tisches" })).toBeVisible();
  await picture(anna, "table-in-german");
  await anna.page.goto("/");
  await expect(anna.page.getByRole("button", { name: "Tisch eröffnen" })).toBeVisible();
  await picture(anna, "lobby-in-german", { whole: true });
});
