import { Hand, type OpenedTable, type Options } from "./hand.js";
import type { GameName, TableName } from "./player/lobby.js";
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

/** Opens a table and sits down at it, in their browsers: the host in the lobby, the guest with its code. Nobody is ready yet. */
export async function meet(host: Player, guest: Player, game: GameName = "Tic-tac-toe"): Promise<TableName> {
  await Promise.all([host.lobby.open(), guest.lobby.open()]);
  const table = await host.lobby.createTable({ game });
  await guest.lobby.joinByCode(table.code);
  await guest.table.takeSeat(2);
  await host.table.seatOf(guest.name).waitFor();
  return table;
}

/** Opens a table with somebody alone at it, without their browser, and shows it there. */
export async function sitAlone(host: Player): Promise<TableName> {
  return gather([host], "Tic-tac-toe", {}, async (table) => {
    await follow(table, host);
  });
}

/**
 * Seats two people at a new table, the host first, and opens it in their browsers. They are not ready yet. They sat down
 * without their browsers: how a player sits down is in the tests about playing and about tables.
 */
export async function sitDown(
  host: Player,
  guest: Player,
  game: GameName = "Tic-tac-toe",
  options: Options = {},
): Promise<TableName> {
  return gather([host, guest], game, options, async (table) => {
    await follow(table, host, guest);
    await host.table.seatOf(guest.name).waitFor();
  });
}

/** Opens a table at which a game has begun. The host makes the first move. */
export async function beginGame(
  host: Player,
  guest: Player,
  game: GameName = "Tic-tac-toe",
  options: Options = {},
): Promise<TableName> {
  return gather([host, guest], game, options, async (table, hands) => {
    await follow(table, host, guest);
    for (const hand of hands) await hand.command(table.room, { type: "ready", ready: true });
    await Promise.all([host.table.says("Your turn"), guest.table.says(`${host.name} to move`)]);
    // A board comes in a file of its own, and a network that is cut next would keep that away.
    await Promise.all([host, guest].map(({ table }) => table.board.waitFor()));
  });
}

/** Opens a table for more than two, at which a game of these two has begun, as the host did not wait for others. */
export async function beginAmongFew(
  host: Player,
  guest: Player,
  game: GameName,
  options: Options = {},
): Promise<TableName> {
  return gather([host, guest], game, options, async (table, hands) => {
    await follow(table, host, guest);
    for (const hand of hands) await hand.command(table.room, { type: "ready", ready: true });
    await hands[0]?.command(table.room, { type: "start" });
    await Promise.all([host, guest].map(({ table }) => table.control("Resign").waitFor()));
  });
}

/**
 * Seats people at a new table without their browsers, and then does the rest.
 *
 * @param rest ends when the browsers are connected, so that nobody was away in between
 */
async function gather(
  people: readonly Player[],
  game: GameName,
  options: Options,
  rest: (table: OpenedTable, hands: readonly Hand[]) => Promise<void>,
): Promise<TableName> {
  const hands = await Promise.all(people.map((player) => Hand.of(player)));
  try {
    const table = await hands[0]?.openTable(game, options);
    if (!table) throw new Error("nobody is there to open a table");
    for (const [seat, hand] of hands.entries()) await hand.command(table.room, { type: "take-seat", seat });
    // What they did themselves, they have seen.
    for (const hand of hands) await hand.see(table);
    await rest(table, hands);
    return table;
  } finally {
    for (const hand of hands) hand[Symbol.dispose]();
  }
}

/** Brings people to a table at which they sit already. */
async function follow({ code }: TableName, ...people: readonly Player[]): Promise<void> {
  await Promise.all(
    people.map(async (player) => {
      await player.followLink(code);
      await player.table.control("Leave seat").waitFor();
    }),
  );
}

/** Plays moves in turn. Each waits for its turn to be shown. */
export async function play(moves: Moves, first: Player, second: Player): Promise<void> {
  for (const [index, move] of moves.entries()) await (index % 2 === 0 ? first : second).table.move(move);
}
