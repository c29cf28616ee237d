import { randomUUID } from "node:crypto";
import type { RoomId } from "@rejoin/protocol";
import type { RoomState } from "@rejoin/rules";
import { eventually, type RawPlayer } from "@rejoin/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ask,
  codeOf,
  command,
  createRoom,
  join,
  outcome,
  type ServerUnderTest,
  startServer,
} from "../testing/server-under-test.js";

/** Bots come soon where a test waits for one, and games begin at once. */
const settings = { BOT_AFTER_MS: "300" };

let server: ServerUnderTest;
beforeAll(async () => {
  server = await startServer(settings);
});
afterAll(() => server[Symbol.asyncDispose]());

const quick = (player: RawPlayer, game: string, commandId: string = randomUUID()) =>
  ask(player, "lobby:quick-play", { commandId, game });

/** Goes where quick play says, and sits down: as a page does. */
async function sitSomewhere(player: RawPlayer, game: string): Promise<RoomId> {
  const { room } = await quick(player, game);
  await join(player, room);
  await command(player, room, { type: "take-seat" });
  return room;
}

function becomes(
  player: RawPlayer,
  room: RoomId,
  what: string,
  isSo: (state: RoomState) => boolean,
): Promise<RoomState | undefined> {
  return eventually(
    what,
    () => player.state(room)?.state,
    (state) => state !== undefined && isSo(state),
  );
}

describe("quick play", () => {
  it("QUICK-1 opens a table where nobody waits, and sends the next one there, who plays at once", async () => {
    await using patient = await startServer({ BOT_AFTER_MS: "60000" });
    const [ada, bob] = await Promise.all([patient.player("Ada"), patient.player("Bob")]);
    const room = await sitSomewhere(ada, "tic-tac-toe");
    expect(await sitSomewhere(bob, "tic-tac-toe")).toBe(room);
    const state = await becomes(bob, room, "a game", ({ phase }) => phase.kind === "playing");
    expect(state?.seats.map((seat) => [seat?.player, seat?.bot])).toEqual([
      [ada.id, null],
      [bob.id, null],
    ]);
  });

  it("QUICK-2 lets a bot sit down where nobody comes, which plays", async () => {
    const ada = await server.player("Ada");
    const room = await sitSomewhere(ada, "tic-tac-toe");
    await becomes(ada, room, "a game", ({ phase }) => phase.kind === "playing");
    await command(ada, room, { type: "move", move: { cell: 4 } });
    const state = await becomes(ada, room, "the bot's move", ({ board }) =>
      (board as { cells: (number | null)[] }).cells.includes(1),
    );
    expect(state?.seats[1]).toMatchObject({ bot: "easy", ready: true, presence: { kind: "here" } });
    const moved = ada.events(room).findLast(({ type }) => type === "moved");
    expect(moved).toMatchObject({ actor: "room", data: { seat: 1, by: { name: state?.seats[1]?.name } } });
  });

  it("QUICK-3 asked twice, also with another id, it opens one table", async () => {
    const eve = await server.player("Eve");
    const commandId = randomUUID();
    const first = await quick(eve, "connect-four", commandId);
    expect(await quick(eve, "connect-four", commandId)).toEqual(first);
    expect(await quick(eve, "connect-four")).toEqual(first);
  });

  it("QUICK-4 sends nobody to a table that is private, full, or at which nobody waits", async () => {
    const [ada, bob] = await Promise.all([server.player("Ada"), server.player("Bob")]);
    const hidden = await createRoom(ada, { game: "connect-four", visibility: "private" });
    const empty = await createRoom(ada, { game: "connect-four" });
    await command(ada, hidden.room, { type: "take-seat" });
    const { room } = await quick(bob, "connect-four");
    expect([hidden.room, empty.room]).not.toContain(room);
  });

  it("QUICK-5 sends to the table where somebody has waited longest, whoever opened it", async () => {
    await using fresh = await startServer({ BOT_AFTER_MS: "60000" });
    const [ada, bob, carol] = await Promise.all([
      fresh.player("Ada"),
      fresh.player("Bob"),
      fresh.player("Carol"),
    ]);
    const older = await createRoom(ada, { game: "chess" });
    await command(ada, older.room, { type: "take-seat" });
    const newer = await createRoom(bob, { game: "chess" });
    await command(bob, newer.room, { type: "take-seat" });
    expect((await quick(carol, "chess")).room).toBe(older.room);
  });

  it("QUICK-6 who wants the same game at the same moment meets at one table, whichever servers they are on", async () => {
    await using one = await startServer({ BOT_AFTER_MS: "60000" });
    await using other = await startServer({ BOT_AFTER_MS: "60000" }, one);
    const games = ["tic-tac-toe", "connect-four", "chess"];
    const pairs = await Promise.all(
      games.flatMap((game) =>
        [1, 2].map(async () => [game, await one.player(), await other.player()] as const),
      ),
    );
    const found = await Promise.all(
      pairs.flatMap(([game, ...people]) =>
        people.map(async (player) => ({ game, player, ...(await quick(player, game)) })),
      ),
    );
    for (const game of games)
      expect(new Set(found.filter((one) => one.game === game).map(({ room }) => room)).size, game).toBe(1);
    // Nobody sits yet, and a moment later somebody else comes.
    const late = await quick(await other.player(), "chess");
    expect(found.find(({ game }) => game === "chess")).toMatchObject(late);
    const [first, second] = found.filter(({ game }) => game === "tic-tac-toe");
    if (!first || !second) throw new Error("nobody found a table");
    await join(first.player, first.room);
    for (const { player, room } of [first, second]) await command(player, room, { type: "take-seat" });
    await becomes(first.player, first.room, "a game", ({ phase }) => phase.kind === "playing");
  });

  it("refuses a game that there is not", async () => {
    const ada = await server.player("Ada");
    const answer = await ada.request("lobby:quick-play", { commandId: randomUUID(), game: "go" });
    expect(codeOf(answer)).toBe("unknown-game");
  });
});

describe("a bot at a table", () => {
  it("BOT-1 is called by the host, shows in lists as what it is, and is sent away again", async () => {
    const [ada, watcher] = await Promise.all([server.player("Ada"), server.player("Watcher")]);
    const { room } = await createRoom(ada, { game: "connect-four" });
    await join(ada, room);
    expect(await outcome(watcher, room, { type: "seat-bot" })).toBe("not-host");
    await command(ada, room, { type: "seat-bot", seat: 1, strength: "hard" });
    const { rooms, mine } = await ask(watcher, "lobby:join", {});
    expect(mine).toEqual([]);
    const bot = rooms.find((one) => one.room === room)?.seats[1];
    expect(bot).toMatchObject({ bot: true });
    await command(ada, room, { type: "kick", player: bot?.id ?? "" });
    expect((await becomes(ada, room, "its seat free", ({ seats }) => seats[1] === null))?.seats).toEqual([
      null,
      null,
    ]);
  });

  it("BOT-2 is never absent, also when its server is replaced", async () => {
    const ada = await server.player("Ada");
    const { room } = await createRoom(ada, { game: "connect-four" });
    await command(ada, room, { type: "take-seat" });
    await command(ada, room, { type: "seat-bot" });
    await using other = await startServer(
      { ...settings, PRESENCE_LINGER_MS: "0", COME_BACK_MS: "0" },
      server,
    );
    const bob = await other.player("Bob");
    await join(bob, room);
    // Who came and went on that server was noted, so whoever else sat there would have been.
    await command(bob, room, { type: "say", text: "Hello" });
    const state = await becomes(bob, room, "the room", () => true);
    expect(state?.seats[1]).toMatchObject({ bot: "easy", presence: { kind: "here" } });
    expect(bob.events(room).map(({ type }) => type)).not.toContain("player-dropped");
  });
});
