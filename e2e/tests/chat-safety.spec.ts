import { expectAccessible } from "../accessibility.js";
import { expect, test } from "../fixtures.js";
import { sitDown } from "../games.js";

test.describe("a chat that is safe to leave open", () => {
  test("rude words are masked for who reads, until they turn that off; what was said stays", async ({
    players,
  }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const { code } = await sitDown(anna, ben);
    await anna.thread.say("well, shit happens");
    await ben.thread.shows("well, s*** happens");
    await ben.settings.open();
    await ben.settings.turn("Mask rude words", false);
    await ben.settings.close();
    await ben.thread.shows("well, shit happens");
    await anna.thread.shows("well, s*** happens");
    const { events } = await ben.readLog(code);
    expect(events.at(-1)?.data).toMatchObject({ text: "well, shit happens" });
  });

  test("somebody is hidden by one who does not want to read them, and by nobody else", async ({
    players,
  }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await sitDown(anna, ben);
    await anna.people.open();
    await expectAccessible(anna);
    await anna.people.press("Hide the messages of Ben for me");
    await anna.people.close();
    await ben.thread.tell("Can you hear me?");
    await expect(anna.thread.log.getByText("A message that you hid")).toBeVisible();
    await expect(anna.thread.entries("Can you hear me?")).toHaveCount(0);
    await expectAccessible(anna);
    await anna.page.reload();
    await anna.thread.log.getByRole("button", { name: "Show it" }).click();
    await anna.thread.shows("Can you hear me?");
    await anna.people.open();
    await anna.people.press("Show the messages of Ben again");
    await anna.people.close();
    await ben.thread.tell("And now?");
    await anna.thread.shows("And now?");
  });

  test("the host keeps somebody from speaking, and lets them again", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await sitDown(anna, ben);
    await anna.people.open();
    await anna.people.press("Mute Ben at this table");
    await expect(ben.page.getByText("The host has muted you at this table.")).toBeVisible();
    await expect(ben.thread.message).toBeHidden();
    await anna.people.press("Let Ben speak at this table again");
    await anna.people.close();
    await ben.thread.tell("Thank you");
    await anna.thread.shows("Thank you");
  });

  test("whoever is no host is offered to mute nobody", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await sitDown(anna, ben);
    await ben.people.open();
    await expect(ben.page.getByRole("button", { name: "Hide the messages of Anna for me" })).toBeVisible();
    await expect(ben.page.getByRole("button", { name: /^Mute/ })).toHaveCount(0);
  });

  test("a link is only text", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await sitDown(anna, ben);
    await anna.thread.tell("look at https://example.org/now");
    await ben.thread.shows("look at https://example.org/now");
    await expect(ben.thread.log.getByRole("link")).toHaveCount(0);
  });
});
