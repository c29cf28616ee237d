import { expect } from "@playwright/test";
import { assertGapless, assertOneEffect, type RoomLog } from "@rejoin/testkit";
import type { Player } from "./player/player.js";
import type { Thread } from "./player/thread.js";

/**
 * Waits until all of them see the same thread: the same events, in the same order, in the same words, without a hole and
 * from the first one. Meant for when nobody does anything any more, and nothing is marked as missed.
 */
export async function expectSameThread(...players: Player[]): Promise<void> {
  await expect(async () => {
    const threads = await Promise.all(players.map(({ thread }) => inWords(thread)));
    for (const thread of threads) expect(thread).toEqual(threads[0]);
  }, "all see the same thread").toPass({ timeout: 10_000 });
  for (const { thread } of players) {
    const numbers = (await thread.read()).map(({ seq }) => seq);
    expect(numbers, "numbers without a hole").toEqual(numbers.map((_, index) => index + 1));
  }
}

/** Waits until all of them see the same in every place of the board. */
export async function expectSameBoard(...players: Player[]): Promise<void> {
  await expect(async () => {
    const boards = await Promise.all(players.map(({ table }) => table.boardInWords()));
    for (const board of boards) expect(board).toEqual(boards[0]);
  }, "all see the same board").toPass({ timeout: 10_000 });
}

/** The log has no hole and nothing twice, and is as long as the thread that a player sees. */
export async function expectWholeLog(player: Player, code: string): Promise<RoomLog> {
  const log = await player.readLog(code);
  assertGapless(log);
  assertOneEffect(log);
  expect(log.events.length).toBe(await player.thread.head());
  return log;
}

async function inWords(thread: Thread): Promise<string[]> {
  return (await thread.read()).map(({ seq, words }) => `${seq} ${words}`);
}
