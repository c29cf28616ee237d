import type { ServerProcess } from "@rejoin/testkit";
import { expectSameThread } from "../agreement.js";
import { expect, test } from "../fixtures.js";
import { beginGame, sitDown } from "../games.js";
import { cell } from "../player/table.js";

// Playwright turns the back-forward cache off.
test.use({
  launchOptions: [
    async ({ launchOptions }, use) =>
      use({ ...launchOptions, ignoreDefaultArgs: ["--disable-back-forward-cache"] }),
    { scope: "worker" },
  ],
});

test.describe("the life of a page", () => {
  test("put into the back-forward cache it leaves, and taken out of it, it is current at once", async ({
    players,
    server,
  }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await beginGame(anna, ben);
    await expect.poll(() => connectionsOf(server), "both are connected").toBe(2);
    await ben.page.evaluate(() => Object.assign(window, { sameDocument: true }));
    await ben.page.goto(`${server.url}/healthz`);
    await expect.poll(() => connectionsOf(server), "one has left, at once").toBe(1);
    await anna.table.move(cell(2, 2));
    await anna.thread.tell("Your move");

    await ben.page.goBack({ waitUntil: "commit" });
    expect(await ben.page.evaluate(() => "sameDocument" in window), "it came out of the cache").toBe(true);
    await ben.connection.isLive();
    await ben.table.says("Your turn");
    await expect(ben.thread.missedMark(2)).toBeVisible();
    await ben.thread.dismissMissed();
    await expectSameThread(anna, ben);
  });

  test("CLIENT-8 what waited in a page of the back-forward cache is sent by the page after it, once", async ({
    players,
    server,
  }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const { code } = await sitDown(anna, ben);
    await ben.cut();
    await ben.thread.say("On my way out");
    await ben.thread.keeps("On my way out");
    await ben.page.goto(`${server.url}/healthz`);
    ben.network.restore();
    const second = await ben.openTab();
    await second.lobby.open();
    await anna.thread.shows("On my way out");
    await ben.page.goBack({ waitUntil: "commit" });
    await ben.connection.isLive();
    await ben.thread.shows("On my way out");
    await anna.thread.tell("Welcome back");
    const { events } = await anna.readLog(code);
    expect(events.filter(({ type }) => type === "said")).toHaveLength(2);
  });

  test("frozen it leaves, and thawed it comes back", async ({ players, server }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await sitDown(anna, ben);
    await expect.poll(() => connectionsOf(server)).toBe(2);
    // A browser under test freezes no page: it is told what browsers tell it.
    const tell = (event: string) =>
      ben.page.evaluate((type) => document.dispatchEvent(new Event(type)), event);
    await tell("freeze");
    await expect.poll(() => connectionsOf(server)).toBe(1);
    await anna.thread.tell("Are you asleep?");
    await tell("resume");
    await ben.connection.isLive();
    await ben.thread.shows("Are you asleep?");
  });
});

/** How many connections the server has. */
async function connectionsOf(server: ServerProcess): Promise<number> {
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  return Number(/^rejoin_connections (\d+)$/m.exec(metrics)?.[1]);
}
