import { expectAccessible } from "../accessibility.js";
import { expectSameBoard, expectSameThread } from "../agreement.js";
import { expect, test } from "../fixtures.js";
import { beginGame, type Moves, play } from "../games.js";
import type { Player } from "../player/player.js";
import { cell, column } from "../player/table.js";

const FIRST: Moves = [4, 4].map(column);
const MISSED: Moves = [3, 5, 2, 6].map(column);

/** Carol watches, and is away while two moves of each and some words pass. @returns the last number that she had seen */
async function beAwayDuringMoves(anna: Player, ben: Player, carol: Player): Promise<number> {
  const { code } = await beginGame(anna, ben, "Connect Four");
  await play(FIRST, anna, ben);
  await anna.table.says("Your turn");
  await carol.followLink(code);
  await carol.table.says("Anna to move");
  const seen = (await carol.readLog(code)).events.length;
  await expect.poll(() => carol.thread.head()).toBe(seen);
  await carol.cut();
  await anna.thread.tell("Careful now");
  await play(MISSED.slice(0, 3), anna, ben);
  await ben.table.says("Your turn");
  await carol.reconnect();
  await expect(carol.thread.missedMark(4)).toBeVisible();
  return seen;
}

// As most people have it, with everything that moves.
test.use({ contextOptions: { reducedMotion: "no-preference" } });

test.describe("while you were away", () => {
  test("is played back move by move, with the thread in step, and ends live (TIME-2)", async ({
    players,
  }) => {
    const [anna, ben, carol] = await players("Anna", "Ben", "Carol");
    const seen = await beAwayDuringMoves(anna, ben, carol);
    const before = await anna.readLog(codeOf(anna));
    const shown = await carol.thread.listenToMoment();
    await carol.past.playBack();
    await expect(carol.past.playback.getByRole("button", { name: "Skip" })).toBeFocused();
    await expect(carol.table.place({ row: 6, column: 3 })).toHaveAccessibleName(/empty/);
    // What happens now waits its turn, and follows.
    await ben.table.move(column(6));
    await expect(carol.past.playback).toHaveCount(0, { timeout: 15_000 });
    expect(await shown()).toEqual([seen, seen + 1, seen + 2, seen + 3, seen + 4, seen + 5]);
    await expect(carol.thread.log.getByText(/while you were away/)).toHaveCount(0);
    await expectSameBoard(anna, carol);
    await expectSameThread(anna, carol);
    const after = await anna.readLog(codeOf(anna));
    expect(after.events.length, "playing back sends nothing").toBe(before.events.length + 1);
  });

  test("is skipped in one press, and nothing is lost by it", async ({ players }) => {
    const [anna, ben, carol] = await players("Anna", "Ben", "Carol");
    await beAwayDuringMoves(anna, ben, carol);
    await carol.past.playBack();
    await carol.past.playback.getByRole("button", { name: "Skip" }).click();
    await expect(carol.past.playback).toHaveCount(0);
    await expect(carol.thread.missedMark(4), "what was missed is still marked").toBeVisible();
    await expectSameBoard(anna, carol);
    await carol.past.playBack();
    await carol.page.keyboard.press("Escape");
    await expect(carol.past.playback).toHaveCount(0);
    await carol.thread.dismissMissed();
    await expectSameThread(anna, carol);
  });

  test("goes on by hand for whoever wants less motion, and by keyboard", async ({ players }) => {
    const [anna, ben, carol] = await players("Anna", "Ben", "Carol");
    await carol.page.emulateMedia({ reducedMotion: "reduce" });
    await beAwayDuringMoves(anna, ben, carol);
    await carol.past.playBack();
    const { playback } = carol.past;
    await expect(playback).toContainText("0 of 4");
    await expect(playback.getByRole("button", { name: "Play", exact: true })).toBeVisible();
    await playback.getByRole("button", { name: "Next" }).focus();
    await carol.page.keyboard.press("Enter");
    await expect(playback).toContainText("1 of 4");
    await expect(playback).toContainText("Anna: Careful now");
    await carol.page.keyboard.press("Enter");
    await expect(playback).toContainText("2 of 4");
    await expect(carol.table.place({ row: 6, column: 3 })).toHaveAccessibleName(/Anna/);
    await expectAccessible(carol);
    for (let press = 0; press < 3; press++) await carol.page.keyboard.press("Enter");
    await expect(playback).toHaveCount(0);
    await expect(carol.thread.log.getByText(/while you were away/)).toHaveCount(0);
  });

  test("much talk passes in seconds", async ({ players }) => {
    test.slow();
    const [anna, ben] = await players("Anna", "Ben");
    await beginGame(anna, ben);
    await ben.cut();
    for (let count = 1; count <= 30; count++) await anna.thread.say(`message ${count}`);
    await anna.thread.shows("message 30");
    await anna.table.move(cell(2, 2));
    await ben.reconnect();
    await expect(ben.thread.missedMark(31)).toBeVisible();
    const began = Date.now();
    await ben.past.playBack();
    await ben.past.playback.getByRole("button", { name: "Speed 2×" }).click();
    await expect(ben.past.playback).toHaveCount(0, { timeout: 15_000 });
    expect(Date.now() - began).toBeLessThan(13_500);
    await ben.table.says("Your turn");
  });
});

function codeOf(player: Player): string {
  return new URL(player.page.url()).pathname.slice("/r/".length);
}
