import { expectAccessible } from "../accessibility.js";
import { expect, test } from "../fixtures.js";
import { sitAlone } from "../games.js";

test.describe("your devices", () => {
  test("a phone plays on with the same name and tables, and can be signed out", async ({
    players,
    stranger,
  }) => {
    const [anna] = await players("Anna");
    const { code } = await sitAlone(anna);
    const phone = await stranger();
    const link = await anna.identity.offerLink();
    await phone.page.goto(new URL(link).pathname + new URL(link).hash);
    await expectAccessible(phone);
    await phone.page.getByRole("button", { name: "Continue here" }).click();
    await phone.identity.isCalled("Anna");
    expect(phone.page.url()).not.toContain("#");
    await phone.followLink(code);
    await expect(phone.table.control("Leave seat")).toBeVisible();

    await expect(anna.identity.devices).toHaveCount(2);
    await expectAccessible(anna);
    await anna.identity.signOutTheOther();
    await expect(anna.identity.devices).toHaveCount(1);
    await anna.identity.closeDevices();
    await anna.thread.tell("Still here");
    await anna.thread.shows("Still here");
    await expect(phone.page.getByRole("banner").getByText("Anna", { exact: true })).toBeHidden();
    await expect(phone.table.control("Leave seat")).toBeHidden();
  });

  test("a typed code moves a browser that was somebody else, who is told what is given up", async ({
    players,
  }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await anna.lobby.open();
    await ben.lobby.open();
    const code = await anna.identity.offerCode();
    await ben.identity.openMove();
    await expect(ben.page.getByText(/This browser plays as Ben/)).toBeVisible();
    const field = ben.page.getByRole("textbox", { name: "Code" });
    await field.fill("ABC");
    await ben.page.getByRole("button", { name: "Continue here" }).click();
    await expect(field).toHaveAccessibleDescription(/8 letters and digits/);
    await field.fill(code.toLowerCase());
    await ben.page.getByRole("button", { name: "Continue here" }).click();
    await ben.identity.isCalled("Anna");
  });

  test("a code that was used says so", async ({ players, stranger }) => {
    const [anna] = await players("Anna");
    await anna.lobby.open();
    const { hash } = new URL(await anna.identity.offerLink());
    const [one, two] = [await stranger(), await stranger()];
    await one.page.goto(`/move${hash}`);
    await one.page.getByRole("button", { name: "Continue here" }).click();
    await one.identity.isCalled("Anna");
    await two.page.goto(`/move${hash}`);
    await two.page.getByRole("button", { name: "Continue here" }).click();
    await expect(two.page.getByRole("alert")).toContainText("used already");
  });
});
