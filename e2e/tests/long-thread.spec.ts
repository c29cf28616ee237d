import type { Locator, Route } from "@playwright/test";
import { expect, test } from "../fixtures.js";
import { sitDown } from "../games.js";
import { Hand } from "../hand.js";
import type { TableName } from "../player/lobby.js";
import type { Player } from "../player/player.js";

/** As much as is ever drawn, and a little more. */
const MOST_DRAWN = 120;
const TALK = 400;

test.setTimeout(120_000);
test.use({ settings: { COMMANDS_PER_SECOND: "100000" } });

/** More than what is fetched at once of what one was not there for. */
const LONG_TALK = 1_100;

/** Says a lot at a table, in a player's name and without their browser. */
async function talkAtLength(player: Player, { code }: TableName, count = TALK): Promise<void> {
  using hand = await Hand.of(player);
  const room = await hand.join(code);
  for (let said = 1; said <= count; said++)
    await hand.command(room, { type: "say", text: `Message ${said} of ${count}` });
}

/** Where something is once nothing scrolls any more. */
async function whereItRests(row: Locator) {
  let last = await row.boundingBox();
  const hasMoved = async (): Promise<boolean> => {
    const before = last;
    last = await row.boundingBox();
    return before?.y !== last?.y;
  };
  await expect.poll(hasMoved).toBe(false);
  return last;
}

test.describe("a thread that is far too long", () => {
  test("LONG-1 is read back to its beginning and on to its end, with few rows at a time", async ({
    players,
  }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const table = await sitDown(anna, ben);
    await talkAtLength(anna, table);
    await ben.thread.shows(`Message ${TALK} of ${TALK}`);
    const { log } = ben.thread;
    const seen = new Set<number>();
    const look = async (): Promise<number[]> => {
      const seqs = (await ben.thread.read()).map(({ seq }) => seq);
      expect(seqs.length).toBeLessThanOrEqual(MOST_DRAWN);
      expect(seqs).toEqual(seqs.map((_, index) => (seqs[0] ?? 0) + index));
      for (const seq of seqs) seen.add(seq);
      return seqs;
    };
    await log.hover();
    await expect(async () => {
      await ben.page.mouse.wheel(0, -1_500);
      expect((await look())[0]).toBe(1);
    }).toPass({ intervals: [20] });
    const head = Math.max(...seen);
    expect(seen.size).toBe(head);
    await expect(async () => {
      await ben.page.mouse.wheel(0, 1_500);
      expect((await look()).at(-1)).toBe(head);
      await expect(ben.thread.entries(`Message ${TALK} of ${TALK}`)).toBeInViewport({ timeout: 100 });
    }).toPass({ intervals: [20] });
    await anna.thread.say("Still here?");
    await ben.thread.shows("Still here?");
    await expect(ben.thread.entries("Still here?")).toBeInViewport();
  });

  test("LONG-1 whoever was not there reads all of it by scrolling up, and waits at the top for what is late", async ({
    players,
  }) => {
    const [anna, ben, cem] = await players("Anna", "Ben", "Cem");
    const table = await sitDown(anna, ben);
    await talkAtLength(anna, table, LONG_TALK);
    await cem.followLink(table.code);
    await cem.thread.shows(`Message ${LONG_TALK} of ${LONG_TALK}`);
    const late: Route[] = [];
    await cem.page.route(/\/events\?/, (route) => void late.push(route));
    await cem.thread.log.hover();
    const waits = cem.page.getByRole("button", { name: "Loading earlier events…" });
    await expect(async () => {
      await cem.page.mouse.wheel(0, -20_000);
      await expect(waits).toBeInViewport({ timeout: 20 });
    }).toPass({ intervals: [20] });
    const first = (await cem.thread.read())[0]?.seq ?? 0;
    expect(first).toBeGreaterThan(1);
    for (const route of late) await route.continue();
    await expect.poll(async () => (await cem.thread.read())[0]?.seq).toBeLessThan(first);
    await expect(cem.thread.log.locator(`[data-seq="${first}"]`)).toBeInViewport();
    await expect(async () => {
      await cem.page.mouse.wheel(0, -20_000);
      const seqs = (await cem.thread.read()).map(({ seq }) => seq);
      expect(seqs).toEqual(seqs.map((_, index) => index + 1));
    }).toPass({ intervals: [20] });
  });

  test("LONG-1 on a screen so high that there is nothing to scroll, the earlier part comes with a press", async ({
    players,
  }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const table = await sitDown(anna, ben);
    await talkAtLength(anna, table);
    await ben.page.setViewportSize({ width: 1440, height: 3_600 });
    await ben.thread.shows(`Message ${TALK} of ${TALK}`);
    const first = (await ben.thread.read())[0]?.seq ?? 0;
    await ben.page.getByRole("button", { name: "Show earlier events" }).click();
    await expect.poll(async () => (await ben.thread.read())[0]?.seq).toBeLessThan(first);
    await expect(ben.thread.log.locator(`[data-seq="${first}"]`)).toBeInViewport();
  });

  test("LONG-1 what one reads stays where it is, whatever is said meanwhile", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const table = await sitDown(anna, ben);
    await talkAtLength(anna, table);
    await ben.thread.shows(`Message ${TALK} of ${TALK}`);
    await ben.thread.log.hover();
    await ben.page.mouse.wheel(0, -2_000);
    const row = ben.thread.log.locator("[data-seq]").filter({ hasText: `Message ${TALK - 60} of` });
    await row.scrollIntoViewIfNeeded();
    const before = await whereItRests(row);
    await anna.thread.tell("One more");
    await anna.thread.tell("And another");
    const toEnd = ben.page.getByRole("button", { name: "2 new" });
    await expect(toEnd).toBeVisible();
    expect(await row.boundingBox()).toEqual(before);
    await toEnd.click();
    await expect(ben.thread.entries("And another")).toBeInViewport();
    await expect(toEnd).toBeHidden();
  });

  test("LONG-1 whoever comes back is led to where the missed part begins", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const table = await sitDown(anna, ben);
    await anna.thread.tell("Before the tunnel");
    await ben.thread.shows("Before the tunnel");
    const head = await ben.thread.head();
    await ben.cut();
    await talkAtLength(anna, table);
    await ben.reconnect();
    await expect(ben.thread.missedMark(TALK)).toBeInViewport();
    const missed = (await ben.thread.read()).filter((row) => row.missed);
    expect(missed[0]?.seq).toBe(head + 1);
    await expect(ben.thread.entries(`Message 1 of ${TALK}`)).toBeInViewport();
  });
});
