import { expectAccessible } from "../accessibility.js";
import { expect, test } from "../fixtures.js";
import { sitDown } from "../games.js";

test.describe("settings", () => {
  test("the page speaks German where the browser does, in every part of it", async ({ browser, server }) => {
    const context = await browser.newContext({ baseURL: server.url, locale: "de-AT" });
    const page = await context.newPage();
    await page.goto("/");
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    await page.getByRole("button", { name: "Tisch eröffnen" }).click();
    await expect(page.getByRole("radio", { name: "Schach" })).toBeVisible();
    await page.getByRole("dialog").getByRole("button", { name: "Eröffnen" }).click();
    await expect(page.getByRole("log", { name: "Was an diesem Tisch geschah" })).toContainText(
      "hat den Tisch eröffnet",
    );
    await context.close();
  });

  test("another language is chosen, and stays", async ({ players }) => {
    const [anna] = await players("Anna");
    await anna.lobby.open();
    await anna.settings.openFromLobby();
    await expectAccessible(anna);
    await anna.page.getByRole("combobox", { name: "Language" }).selectOption("Deutsch");
    await expect(anna.page.getByRole("button", { name: "Tisch eröffnen" })).toBeVisible();
    await anna.page.reload();
    await expect(anna.page.getByRole("button", { name: "Tisch eröffnen" })).toBeVisible();
    await expectAccessible(anna);
    await anna.page.getByRole("button", { name: "Einstellungen" }).click();
    await anna.page.getByRole("combobox", { name: "Sprache" }).selectOption("English");
    await expect(anna.page.getByRole("button", { name: "Create a table" })).toBeVisible();
  });

  test("a key lists the keys, one goes to the message line, and neither where one types", async ({
    players,
  }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await sitDown(anna, ben);
    await anna.page.keyboard.press("/");
    await expect(anna.thread.message).toBeFocused();
    await anna.page.keyboard.type("Why? Either/or");
    await expect(anna.thread.message).toHaveValue("Why? Either/or");
    await anna.thread.message.fill("");
    await anna.thread.message.blur();
    await anna.page.keyboard.press("?");
    const keys = anna.page.getByRole("dialog", { name: "Keys" });
    await expect(keys).toContainText("Write a message");
    await expectAccessible(anna);
    await anna.page.keyboard.press("Escape");
    await expect(keys).toBeHidden();
    await anna.settings.open();
    await anna.settings.turn("Single keys", false);
    await anna.settings.close();
    await anna.page.keyboard.press("?");
    await anna.page.keyboard.press("/");
    await expect(anna.thread.message).not.toBeFocused();
    await expect(keys).toBeHidden();
  });

  test("sounds are off until they are wanted, and then tell whose turn it is", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await anna.page.addInitScript(() => {
      const start = OscillatorNode.prototype.start;
      OscillatorNode.prototype.start = function (...when) {
        document.documentElement.dataset.tones = String(
          Number(document.documentElement.dataset.tones ?? 0) + 1,
        );
        start.apply(this, when);
      };
    });
    const tones = () => anna.page.evaluate(() => Number(document.documentElement.dataset.tones ?? 0));
    await sitDown(anna, ben);
    await ben.thread.tell("Nobody hears this");
    await anna.thread.shows("Nobody hears this");
    expect(await tones()).toBe(0);
    await anna.settings.open();
    await anna.settings.turn("Sounds", true);
    await expect.poll(tones).toBe(2);
    await anna.settings.close();
    await ben.thread.tell("This one does");
    await expect.poll(tones).toBe(3);
  });
});
