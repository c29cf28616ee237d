import { expectSameThread, expectWholeLog } from "../agreement.js";
import { expect, test } from "../fixtures.js";
import { beginGame, sitDown } from "../games.js";
import { Hand } from "../hand.js";
import type { Player } from "../player/player.js";
import { cell } from "../player/table.js";

const HOUR = 3_600_000;

test.describe("what was given outlives its page", () => {
  test("CLIENT-8 said while cut off, it waits over a reload, and is sent by itself (G13)", async ({
    players,
  }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const { code } = await sitDown(anna, ben);
    await ben.cutSockets();
    for (const words of ["First in the tunnel", "then this"]) {
      await ben.thread.say(words);
      await ben.thread.keeps(words);
    }
    await ben.page.reload();
    await expect(ben.connection.status).toContainText("2 to send");
    await ben.page.reload();
    await expect(ben.connection.status).toContainText("2 to send");
    expect((await anna.readLog(code)).events.filter(({ type }) => type === "said")).toEqual([]);

    await ben.reconnect();
    await ben.thread.shows("First in the tunnel");
    await ben.thread.shows("then this");
    await anna.thread.shows("then this");
    await ben.thread.noteMissed();
    await expectSameThread(anna, ben);
    expect(await saidIn(anna, code)).toEqual(["First in the tunnel", "then this"]);
  });

  test("CLIENT-8 the tab is closed, and the lobby opened: it is sent from there (G13)", async ({
    players,
  }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const { code } = await sitDown(anna, ben);
    await ben.cut();
    for (const words of ["one", "two", "three"]) await ben.thread.say(words);
    await ben.thread.keeps("three");
    const again = await ben.reopenTab();
    ben.network.restore();
    await again.lobby.open();
    await anna.thread.shows("three");
    await expect(again.connection.status).toHaveText("Live");
    expect(await saidIn(anna, code)).toEqual(["one", "two", "three"]);
    await anna.thread.tell("There you are");
    await again.followLink(code);
    await again.thread.shows("three");
    await expect(again.thread.missedMark(1), "one's own words were not missed").toBeVisible();
    const missed = (await again.thread.read()).filter((row) => row.missed);
    expect(missed.map(({ words }) => words)).toEqual([expect.stringContaining("There you are")]);
    await again.thread.dismissMissed();
    await expectSameThread(anna, again);
  });

  test("CLIENT-8 kept by the server and never answered, then the page crashes: it is there once (G3)", async ({
    players,
  }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const { code } = await sitDown(anna, ben);
    ben.network.stall("to-client");
    await ben.thread.say("Did you get this?");
    await anna.thread.shows("Did you get this?");
    await expect(ben.thread.waiting("Did you get this?")).toContainText("On its way");
    const crashed = ben.page.waitForEvent("crash");
    await Promise.allSettled([ben.page.goto("chrome://crash"), crashed]);
    const again = await ben.openTab();
    ben.network.resetAll();
    ben.network.resume();
    await again.lobby.open();
    await again.connection.isLive();
    await expectKept(again, 0);
    expect(await saidIn(anna, code)).toEqual(["Did you get this?"]);
    await expectWholeLog(anna, code);
  });

  test("CLIENT-8 a move made while the server is down is played when both are back (G13)", async ({
    players,
    server,
  }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const { code } = await beginGame(anna, ben);
    await server.kill();
    await anna.connection.says(/^Reconnecting/);
    await anna.table.move(cell(2, 2));
    await anna.table.says("Your move waits");
    await expectKept(anna, 1);
    const again = await anna.reopenTab();
    await server.restart();
    await again.lobby.open();
    await ben.table.says("Your turn");
    const { events } = await ben.readLog(code);
    expect(events.filter(({ type }) => type === "moved")).toHaveLength(1);
  });

  test("a move that came to nothing says why, on whatever page one is", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const { code } = await beginGame(anna, ben);
    await anna.cut();
    await anna.table.move(cell(2, 2));
    await anna.table.says("Your move waits");
    await expectKept(anna, 1);
    const again = await anna.reopenTab();
    anna.network.restore();
    await playFromElsewhere(anna, code);
    await ben.table.says("Your turn");
    await again.lobby.open();
    await expect(notices(again)).toContainText("Your move was not played. It is not your turn.");
    await expectKept(again, 0);
    await again.page.reload();
    await again.connection.isLive();
    const { events } = await ben.readLog(code);
    expect(events.filter(({ type }) => type === "moved")).toHaveLength(1);
  });

  test("CLIENT-9 what waited for more than a day is not sent, and is back in the message line", async ({
    players,
  }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const { code } = await sitDown(anna, ben);
    await ben.cut();
    await ben.thread.say("See you tonight");
    await ben.thread.keeps("See you tonight");
    const later = await ben.reopenTab();
    ben.network.restore();
    await later.page.clock.install({ time: Date.now() + 25 * HOUR });
    await later.followLink(code);
    await expect(notices(later)).toContainText("Your message was not sent, and is back in the message line.");
    await expect(later.thread.message).toHaveValue("See you tonight");
    await later.page.reload();
    await expect(later.thread.message).toHaveValue("See you tonight");
    expect(await saidIn(anna, code)).toEqual([]);
  });

  test("what can be said nowhere any more is told in full", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await sitDown(anna, ben);
    await ben.cut();
    await ben.thread.say("My recipe, as promised");
    await ben.thread.keeps("My recipe, as promised");
    const again = await ben.reopenTab();
    await anna.table.close();
    await anna.table.says("This table is closed");
    ben.network.restore();
    await again.lobby.open();
    await expect(notices(again)).toContainText("Your message was not sent: “My recipe, as promised”");
  });

  test("CLIENT-10 of two tabs, neither shows nor sends what the other has, until that one is gone", async ({
    players,
  }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const { code } = await sitDown(anna, ben);
    await ben.cutSockets();
    await ben.thread.say("From the first tab");
    await expect(ben.connection.status).toContainText("1 to send");
    const second = await ben.openTab();
    await second.followLink(code);
    await second.connection.says(/^Reconnecting/);
    await ben.thread.say("and again");
    await expect(ben.connection.status).toContainText("2 to send");
    await expect(second.connection.status).not.toContainText("to send");
    await ben.thread.keeps("and again");

    await ben.page.close();
    await expect(second.connection.status).toContainText("2 to send", { timeout: 20_000 });
    await second.reconnect();
    await second.thread.shows("From the first tab");
    await anna.thread.shows("and again");
    expect(await saidIn(anna, code)).toEqual(["From the first tab", "and again"]);
  });

  test("CLIENT-10 nobody else in the same browser sends it", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const { code } = await sitDown(anna, ben);
    await ben.cut();
    await ben.thread.say("Signed, Ben");
    await ben.thread.keeps("Signed, Ben");
    const left = ben.page;
    const other = await ben.openTab();
    await ben.forgetSession();
    ben.network.restore();
    await other.followLink(code);
    await other.thread.tell("Somebody new");
    // The page that was left open notices that it is somebody else's now, and forgets nothing on the way.
    await expect(left.getByRole("status", { name: "Connection" })).toHaveText("Live", { timeout: 20_000 });
    await anna.thread.tell("Hello");
    expect(await saidIn(anna, code)).toEqual(["Somebody new", "Hello"]);
  });

  test("CLIENT-11 without storage it lasts as long as the page, which says so", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const { code } = await sitDown(anna, ben);
    await ben.page.addInitScript(() => {
      Object.defineProperty(window, "indexedDB", { get: () => undefined });
    });
    await ben.page.reload();
    await ben.connection.isLive();
    await ben.thread.tell("All the same");
    await ben.cut();
    await ben.thread.say("In here");
    await expect(ben.thread.entries("In here")).toContainText("Keep this page open");
    await ben.reconnect();
    await ben.thread.shows("In here");
    expect(await saidIn(anna, code)).toEqual(["All the same", "In here"]);
  });
});

function notices({ page }: Player) {
  return page.getByRole("region", { name: /Notices/ });
}

async function saidIn(player: Player, code: string): Promise<string[]> {
  const { events } = await player.readLog(code);
  return events.flatMap((event) => (event.type === "said" ? [event.data.text] : []));
}

/** Waits until the browser keeps so many commands. */
async function expectKept({ page }: Player, count: number): Promise<void> {
  const kept = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open("rejoin-outbox");
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const counting = opening.result.transaction("commands").objectStore("commands").count();
            counting.onerror = () => reject(counting.error);
            counting.onsuccess = () => resolve(counting.result);
          };
        }),
    );
  await expect.poll(kept, "commands that are kept").toBe(count);
}

/** The same player moves, from another device. */
async function playFromElsewhere(player: Player, code: string): Promise<void> {
  using hand = await Hand.of(player);
  await hand.command(await hand.join(code), { type: "move", move: { cell: 0 } });
}
