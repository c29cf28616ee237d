import { expectSameBoard, expectSameThread, expectWholeLog } from "../agreement.js";
import { expect, test } from "../fixtures.js";
import { beginGame, sitDown } from "../games.js";
import { loseRequests } from "../lose-requests.js";
import { cell } from "../player/table.js";

/** What a loaded machine may take to draw what it already knows. */
const SLOW_MACHINE_MS = 1_000;

// As most people have it, with everything that moves.
test.use({ contextOptions: { reducedMotion: "no-preference" } });

test.describe("cut off, and back again", () => {
  test("what was missed is marked, in order, and complete (CLIENT-7, G5)", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const { code } = await beginGame(anna, ben);
    await anna.table.move(cell(1, 1));
    await ben.table.move(cell(2, 2));
    await anna.table.says("Your turn");
    const held = await ben.thread.head();

    await ben.cut();
    await expect(ben.thread.log).toContainText(/The line was cut at \d\d:\d\d/);
    await anna.table.move(cell(1, 2));
    for (const words of ["one", "two", "three"]) await anna.thread.tell(words);
    expect(await ben.thread.head(), "Ben hears nothing").toBe(held);
    expect(ben.network.counts.refused, "attempts that were turned away").toBeGreaterThan(0);

    await ben.reconnect();
    await expect(ben.thread.missedMark(4)).toBeVisible();
    await expect(ben.page).toHaveTitle(/Your turn/);
    const missed = (await ben.thread.read()).filter((row) => row.missed);
    expect(missed.map(({ seq }) => seq)).toEqual([held + 1, held + 2, held + 3, held + 4]);
    expect(missed[0]?.words).toContain("Anna played row 1, column 2");
    expect(missed.at(-1)?.words).toContain("three");

    await expectSameBoard(anna, ben);
    await ben.thread.dismissMissed();
    expect((await ben.thread.read()).some((row) => row.missed)).toBe(false);
    await expectSameThread(anna, ben);
    await expectWholeLog(anna, code);
    await ben.table.move(cell(1, 3));
    await anna.table.says("Your turn");
  });

  test("two absences add up until they are noted", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await sitDown(anna, ben);
    await ben.cut();
    await anna.thread.tell("first");
    await ben.reconnect();
    await expect(ben.thread.missedMark(1)).toBeVisible();
    await ben.cut();
    await anna.thread.tell("second");
    await anna.thread.tell("third");
    await ben.reconnect();
    await expect(ben.thread.missedMark(3)).toBeVisible();
    await ben.thread.dismissMissed();
    await anna.thread.tell("fourth");
    await ben.thread.shows("fourth");
    await expect(ben.thread.log.getByText(/while you were away/)).toHaveCount(0);
    await expectSameThread(anna, ben);
  });

  test("a cut during which nothing happened is not mentioned", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await sitDown(anna, ben);
    await ben.cut();
    await ben.reconnect();
    await anna.thread.tell("after");
    await ben.thread.shows("after");
    await expect(ben.thread.log.getByText(/while you were away/)).toHaveCount(0);
  });

  test("a move made while cut off is played once, when one is back (CLIENT-5, G13)", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const { code } = await beginGame(anna, ben);
    await anna.cut();
    await anna.table.move(cell(2, 2));
    await anna.table.says("Your move waits");
    await expect(anna.table.place(cell(2, 2))).toHaveAccessibleName(/not confirmed yet/);
    await anna.table.boardIsNotOperable();
    await anna.reconnect();
    await ben.table.says("Your turn");
    await anna.table.says("Ben to move");
    await expectSameBoard(anna, ben);
    const { events } = await expectWholeLog(ben, code);
    expect(events.filter(({ type }) => type === "moved")).toHaveLength(1);
  });

  test("what was kept and never answered is asked for again, and is not doubled (CLIENT-4, G3)", async ({
    players,
  }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const { code } = await beginGame(ben, anna);
    ben.network.stall("to-client");
    await ben.thread.say("Did you get this?");
    await anna.thread.shows("Did you get this?");
    await expect(ben.thread.waiting("Did you get this?")).toContainText("On its way");
    // One thing at a time is asked, so that nothing can overtake what was said before it.
    await ben.table.move(cell(2, 2));
    await ben.table.says("Your move waits");

    ben.network.resetAll();
    ben.network.resume();
    await anna.table.says("Your turn");
    await ben.table.says("Anna to move");
    await ben.thread.shows("Did you get this?");
    await ben.thread.noteMissed();
    await expectSameThread(anna, ben);
    const { events } = await expectWholeLog(anna, code);
    expect(events.filter(({ type }) => type === "said")).toHaveLength(1);
    expect(events.filter(({ type }) => type === "moved")).toHaveLength(1);
  });

  test("a line that falls silent is noticed, and what was said into it is sent anew", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const { code } = await sitDown(anna, ben);
    const open = ben.network.open;
    const carried = { ...ben.network.counts };
    ben.network.stall();
    const silentSince = Date.now();
    await ben.thread.say("Into the void");
    await anna.thread.tell("Ben, are you there?");
    await expect(ben.thread.waiting("Into the void")).toHaveCount(1);
    expect(ben.network.counts.bytesToServer, "nothing passes").toBe(carried.bytesToServer);
    expect(ben.network.open, "and nothing was closed").toBeGreaterThanOrEqual(open);

    await expect(ben.connection.status).toHaveText(/^Reconnecting/, { timeout: 25_000 });
    const noticedAfter = Date.now() - silentSince;
    test
      .info()
      .annotations.push({ type: "half-open connection noticed after", description: `${noticedAfter} ms` });
    expect(noticedAfter).toBeLessThan(15_000 + SLOW_MACHINE_MS);
    ben.network.resume();
    await ben.connection.isLive();
    await expect(ben.thread.missedMark(1)).toBeVisible();
    await ben.thread.shows("Into the void");
    await anna.thread.shows("Into the void");
    await ben.thread.dismissMissed();
    await expectSameThread(anna, ben);
    const { events } = await expectWholeLog(anna, code);
    expect(events.filter(({ type }) => type === "said")).toHaveLength(2);
  });

  test("a part of the page that was not fetched before the cut comes after it", async ({ players }) => {
    const [anna] = await players("Anna");
    // As on a slow line: what is fetched when there is nothing better to do has not come yet.
    const fetchAgain = await loseRequests(anna.page, "dialog");
    await anna.lobby.open();
    await anna.page.getByRole("button", { name: "Create a table" }).click();
    await anna.cut();
    await expect(anna.page.getByRole("heading", { level: 1, name: "Lobby" })).toBeVisible();
    await fetchAgain();
    await anna.reconnect();
    await expect(anna.page.getByRole("dialog", { name: "Create a table" })).toBeVisible({ timeout: 20_000 });
  });

  for (const [what, files] of [
    ["a part of the page", ["/assets/create-table-dialog-", "/assets/room-page-"]],
    ["what several parts of it need", ["/assets/table-"]],
  ] as const)
    test(`${what} that was asked for in vain is had once the line is good again`, async ({ players }) => {
      const [anna] = await players("Anna");
      const fetchAgain = await loseRequests(anna.page, ...files);
      const lost = anna.page.waitForEvent("requestfailed", (request) =>
        files.some((file) => request.url().includes(file)),
      );
      await anna.lobby.open();
      await lost;
      await fetchAgain();
      await anna.lobby.createTable();
      await expect(anna.table.seatOf("Anna")).toBeVisible();
    });

  test("connections that are reset again and again lose nothing (CLIENT-1, G10)", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const { code } = await sitDown(anna, ben);
    const words = Array.from({ length: 12 }, (_, index) => `number ${index + 1}`);
    for (const [index, text] of words.entries()) {
      if (index % 3 === 1) ben.network.resetAll();
      if (index % 4 === 2) anna.network.resetAll();
      await (index % 2 === 0 ? anna : ben).thread.say(text);
    }
    await anna.connection.isLive();
    await ben.connection.isLive();
    for (const text of words) {
      await anna.thread.shows(text);
      await ben.thread.shows(text);
    }
    for (const player of [anna, ben]) await player.thread.noteMissed();
    await expectSameThread(anna, ben);
    const { events } = await expectWholeLog(anna, code);
    expect(events.filter(({ type }) => type === "said")).toHaveLength(words.length);
    expect(ben.network.counts.reset).toBeGreaterThan(0);
  });
});
