import { LIMITS } from "@rejoin/protocol";
import { expectSameThread, expectWholeLog } from "../agreement.js";
import { expect, test } from "../fixtures.js";
import { sitAlone, sitDown } from "../games.js";

test.describe("talking", () => {
  test("Enter sends, and everybody reads the same in the same order", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await sitDown(anna, ben);
    await Promise.all([anna.thread.say("Hello from Anna"), ben.thread.say("Hello from Ben")]);
    await anna.thread.say("How are you?");
    await ben.thread.say("Fine — and you? 🙂");
    for (const words of ["Hello from Anna", "Hello from Ben", "How are you?", "Fine — and you? 🙂"]) {
      await anna.thread.shows(words);
      await ben.thread.shows(words);
    }
    await expectSameThread(anna, ben);
  });

  test("an empty message cannot be sent", async ({ players }) => {
    const [anna] = await players("Anna");
    const { code } = await sitAlone(anna);
    await anna.thread.shows("Anna took seat 1");
    await anna.thread.message.press("Enter");
    await anna.thread.message.fill("   ");
    await anna.thread.message.press("Enter");
    await anna.page.getByRole("button", { name: "Send" }).click();
    // Commands are sent one after the other: had anything been sent before, it would be recorded before.
    await anna.thread.tell("Not empty");
    const { events } = await expectWholeLog(anna, code);
    expect(events.filter(({ type }) => type === "said")).toHaveLength(1);
  });

  test("a message has an end, and one sees it coming", async ({ players }) => {
    const [anna] = await players("Anna");
    await sitAlone(anna);
    const { message } = anna.thread;
    await message.fill("a".repeat(LIMITS.messageLength - 10));
    await expect(message).toHaveAccessibleDescription("10 characters left");
    await message.press("End");
    await message.pressSequentially("b".repeat(15));
    await expect(message).toHaveAccessibleDescription("0 characters left");
    const kept = "a".repeat(LIMITS.messageLength - 10) + "b".repeat(10);
    await expect(message).toHaveValue(kept);
    await anna.thread.tell(kept);
  });

  test("what looks like markup is shown as it was typed", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await sitDown(anna, ben);
    const typed = `<img src=x onerror="document.title='owned'"> & <b>bold</b>`;
    await anna.thread.tell(typed);
    await ben.thread.shows(typed);
    await expect(ben.page).not.toHaveTitle("owned");
  });

  test("a reaction takes one press", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await sitDown(anna, ben);
    await ben.page.getByRole("button", { name: "React" }).click();
    const reaction = ben.page.getByRole("menuitem", { name: /^React with/ }).first();
    const words = (await reaction.textContent()) ?? "";
    await reaction.click();
    await anna.thread.shows(words);
  });

  test("what is said while cut off waits in sight, and is sent once", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const { code } = await sitDown(anna, ben);
    await ben.cut();
    await ben.thread.say("Said in a tunnel");
    await ben.thread.say("and this after it");
    await expect(ben.thread.waiting("Said in a tunnel")).toContainText("Waits for the connection");
    await expect(ben.connection.status).toContainText("2 to send");
    await anna.thread.tell("Ben?");

    await ben.reconnect();
    await ben.thread.shows("Said in a tunnel");
    await ben.thread.shows("and this after it");
    await anna.thread.shows("and this after it");
    await ben.thread.dismissMissed();
    await expectSameThread(anna, ben);
    const { events } = await expectWholeLog(anna, code);
    const said = events.flatMap((event) => (event.type === "said" ? [event.data.text] : []));
    expect(said).toEqual(["Ben?", "Said in a tunnel", "and this after it"]);
  });

  test("what is being typed survives a reload", async ({ players }) => {
    const [anna] = await players("Anna");
    await sitAlone(anna);
    await anna.thread.message.fill("half a senten");
    await anna.page.reload();
    await expect(anna.thread.message).toHaveValue("half a senten");
  });
});
