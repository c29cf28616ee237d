import { randomUUID } from "node:crypto";
import { RawPlayer } from "@rejoin/testkit";
import { type GameName, madeUpTitle, type TableName } from "./player/lobby.js";
import type { Player } from "./player/player.js";
import { cell, column, type Place } from "./player/table.js";

/** Moves of a whole game, the one who begins first. */
export type Moves = readonly Place[];

/** Whoever begins has the upper row with the fifth move. */
export const UPPER_ROW_WINS: Moves = [cell(1, 1), cell(2, 1), cell(1, 2), cell(2, 2), cell(1, 3)];

/** Nine moves that leave nobody with three in a row. */
export const DRAW: Moves = [
  ...[cell(1, 1), cell(1, 2), cell(1, 3)],
  ...[cell(2, 2), cell(2, 1), cell(2, 3)],
  ...[cell(3, 2), cell(3, 1), cell(3, 3)],
];

/** Whoever begins has four in the lowest row with the seventh move. */
export const LOWEST_ROW_WINS: Moves = [1, 1, 2, 2, 3, 3, 4].map(column);

const GAME_IDS: Readonly<Record<GameName, string>> = {
  "Tic-tac-toe": "tic-tac-toe",
  "Connect Four": "connect-four",
  Chess: "chess",
  "Rock, paper, scissors": "rock-paper-scissors",
  "Draw and guess": "draw-and-guess",
};

/** What a table is opened with, in the words of its game. */
export type Options = Readonly<Record<string, number | string>>;

/**
 * Opens a table in the name of a player, without their browser: for tests that are about what comes after. How a player
 * opens one is in the tests about tables.
 */
async function openTable(host: Player, game: GameName, options: Options): Promise<TableName> {
  using hand = await RawPlayer.connect(host.network.url, await host.session());
  const title = madeUpTitle();
  const about = { title, game: GAME_IDS[game], visibility: "public", options } as const;
  const wanted = { commandId: randomUUID(), ...about };
  const answer = await hand.request("room:create", wanted);
  if (!answer.ok) throw new Error(`no table: ${answer.refusal.message}`);
  return { title, code: answer.code };
}

/** Seats two people at a new table, the host first. They are not ready yet. */
export async function sitDown(
  host: Player,
  guest: Player,
  game: GameName = "Tic-tac-toe",
  options: Options = {},
): Promise<TableName> {
  const table = await openTable(host, game, options);
  await Promise.all([host.followLink(table.code), guest.followLink(table.code)]);
  await host.table.takeSeat(1);
  await guest.table.takeSeat(2);
  await host.table.seatOf(guest.name).waitFor();
  return table;
}

/** Opens a table at which a game has begun. The host makes the first move. */
export async function beginGame(
  host: Player,
  guest: Player,
  game: GameName = "Tic-tac-toe",
  options: Options = {},
): Promise<TableName> {
  const table = await sitDown(host, guest, game, options);
  await Promise.all([host.table.ready(), guest.table.ready()]);
  await host.table.says("Your turn");
  await guest.table.says(`${host.name} to move`);
  return table;
}

/** Opens a table for more than two, at which a game of these two has begun, as the host did not wait for others. */
export async function beginAmongFew(
  host: Player,
  guest: Player,
  game: GameName,
  options: Options = {},
): Promise<TableName> {
  const table = await sitDown(host, guest, game, options);
  await Promise.all([host.table.ready(), guest.table.ready()]);
  await host.table.control("Start").click();
  await host.table.control("Resign").waitFor();
  await guest.table.control("Resign").waitFor();
  return table;
}

/** Plays moves in turn. Each waits for its turn to be shown. */
export async function play(moves: Moves, first: Player, second: Player): Promise<void> {
  for (const [index, move] of moves.entries()) await (index % 2 === 0 ? first : second).table.move(move);
}
