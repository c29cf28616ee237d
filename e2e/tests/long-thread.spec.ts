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

/** Says a lot at a table, in a player's name and without their browser. */
async function talkAtLength(player: Player, { code }: TableName): Promise<void> {
  using hand = await Hand.of(player);
  const room = await hand.join(code);
  for (let said = 1; said <= TALK; said++)
    await hand.command(room, { type: "say", text: `Message ${said} of ${TALK}` });
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
    }).toPass();
    const head = Math.max(...seen);
    expect(seen.size).toBe(head);
    await expect(async () => {
      await ben.page.mouse.wheel(0, 1_500);
      expect((await look()).at(-1)).toBe(head);
      await expect(ben.thread.entries(`Message ${TALK} of ${TALK}`)).toBeInViewport({ timeout: 100 });
    }).toPass();
    await anna.thread.say("Still here?");
    await ben.thread.shows("Still here?");
    await expect(ben.thread.entries("Still here?")).toBeInViewport();
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
    const before = await row.boundingBox();
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
