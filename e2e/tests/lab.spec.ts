import { expectAccessible } from "../accessibility.js";
import { expectSameThread, expectWholeLog } from "../agreement.js";
import { expect, test } from "../fixtures.js";
import { beginGame } from "../games.js";
import { cell } from "../player/table.js";

test.describe("the network lab, on one’s own connection", () => {
  test("shows what passes, and how far one is", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await beginGame(anna, ben);
    await ben.lab.open();
    await expect(ben.lab.fact("Transport")).toHaveText("websocket");
    await expect(ben.lab.fact("Round trip")).toContainText(/\d+ ms/);
    const head = await ben.thread.head();
    await expect(ben.lab.fact("Held of the log")).toHaveText(`${head} of ${head}`);
    await expect(ben.lab.fact("Outbox")).toHaveText("empty");
    await anna.thread.tell("Hello");
    await expect(ben.lab.rows("room:events").last()).toContainText(String(head + 1));
    await ben.thread.tell("Hello yourself");
    await expect(ben.lab.rows("room:command").first()).toBeVisible();
    await expect(ben.lab.rows(/room:command answer/).last()).toContainText(/\d+ ms/);
    await expectAccessible(ben);
    await ben.page.keyboard.press("Escape");
    await ben.lab.drawer.getByRole("button", { name: "Close the lab" }).click();
    await expect(ben.lab.drawer).toHaveCount(0);
  });

  test("loses deliveries: the gap is noticed and filled", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const { code } = await beginGame(anna, ben);
    await ben.lab.open();
    const head = await ben.thread.head();
    await ben.lab.press("Lose the next 5 deliveries");
    await expect(ben.lab.fault("5 deliveries still to lose")).toBeVisible();
    await anna.table.move(cell(2, 2));
    await expect(ben.lab.rows("room:events").filter({ hasText: "lost" }).first()).toContainText(
      String(head + 1),
    );
    for (const words of ["one", "two", "three", "four", "five", "six"]) await anna.thread.tell(words);
    await expect(ben.lab.rows(/Gap noticed: .* missing/).first()).toBeVisible({ timeout: 30_000 });
    await expect(ben.lab.rows(/Gap filled/).first()).toBeVisible({ timeout: 30_000 });
    await ben.thread.shows("six");
    await ben.table.says("Your turn");
    await expectSameThread(anna, ben);
    await expectWholeLog(ben, code);
  });

  test("cuts, and stays cut; what is done meanwhile waits and is sent", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await beginGame(anna, ben);
    await ben.lab.open();
    await ben.lab.press("Cut for 10 s");
    await ben.connection.says(/^Reconnecting/);
    await expect(ben.lab.fault(/^Cut, \d+ s left$/)).toBeVisible();
    await ben.thread.say("From the tunnel");
    await expect(ben.lab.fact("Outbox")).toHaveText("say: waits");
    await expect(ben.lab.fact("Transport")).toHaveText("none");
    await anna.connection.isLive();
    await expect(anna.thread.entries("From the tunnel")).toHaveCount(0);
    await ben.connection.isLive();
    await anna.thread.shows("From the tunnel");
    await expect(ben.lab.fact("Outbox")).toHaveText("empty");
  });

  test("goes dark, both ways", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await beginGame(anna, ben);
    await ben.lab.open();
    await ben.lab.press("Go dark for 10 s");
    await expect(ben.lab.fault(/^Dark, \d+ s left$/)).toBeVisible();
    await ben.thread.say("Can you hear me?");
    await anna.thread.tell("Where is Ben?");
    await expect(ben.lab.rows("room:events").filter({ hasText: "lost" }).first()).toBeVisible();
    await expect(ben.lab.rows("room:command").filter({ hasText: "lost" }).first()).toBeVisible();
    await expect(ben.thread.entries("Where is Ben?")).toHaveCount(0);
    await expect(anna.thread.entries("Can you hear me?")).toHaveCount(0);
    await expect(ben.lab.fault("Go dark for 10 s")).toBeVisible({ timeout: 15_000 });
    await expect(anna.thread.entries("Can you hear me?")).toHaveCount(1, { timeout: 20_000 });
    await expect(ben.thread.entries("Where is Ben?")).toHaveCount(1, { timeout: 20_000 });
    await expect(ben.thread.waiting("Can you hear me?")).toHaveCount(0);
  });

  test("repeats, slows and forgets, and everything happens once", async ({ players }) => {
    test.slow();
    const [anna, ben] = await players("Anna", "Ben");
    const { code } = await beginGame(anna, ben);
    await ben.lab.open();
    await ben.lab.drawer.getByRole("switch", { name: "Repeat deliveries" }).click();
    await anna.thread.tell("twice?");
    await expect(ben.lab.rows("room:events").filter({ hasText: "twice" }).last()).toBeVisible();
    await ben.thread.shows("twice?");

    await ben.lab.drawer.getByRole("switch", { name: "Slow link" }).click();
    const asked = Date.now();
    await ben.thread.tell("slowly");
    expect(Date.now() - asked, "there and back again").toBeGreaterThan(1_150);
    await ben.lab.press("End all faults");
    await expect(ben.lab.drawer.getByRole("switch", { name: "Slow link" })).not.toBeChecked();

    await ben.lab.press("Forget an answer");
    await ben.thread.say("Did you get this?");
    await expect(ben.lab.rows(/room:command answer/).last()).toContainText("lost");
    await anna.thread.shows("Did you get this?");
    await expect(ben.thread.waiting("Did you get this?")).toHaveCount(0, { timeout: 20_000 });
    await expect(ben.lab.fact("Outbox")).toHaveText("empty", { timeout: 20_000 });
    await expectSameThread(anna, ben);
    const { events } = await expectWholeLog(ben, code);
    expect(events.filter(({ type }) => type === "said")).toHaveLength(3);
  });

  test("opens by address, in the lobby too", async ({ players }) => {
    const [anna] = await players("Anna");
    await anna.page.goto("/lab");
    await expect(anna.lab.drawer).toBeVisible();
    await expect(anna.page.getByRole("heading", { level: 1, name: "Lobby" })).toBeVisible();
    await expectAccessible(anna);
    await anna.lab.drawer.getByRole("button", { name: "Close the lab" }).click();
    await expect(anna.lab.drawer).toHaveCount(0);
    await expect(anna.page).toHaveURL(/\/$/);
  });
});
