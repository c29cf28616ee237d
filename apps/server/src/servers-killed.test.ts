import type { RoomId } from "@rejoin/protocol";
import { eventually, RawPlayer } from "@rejoin/testkit";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { PostgresLog } from "./log/postgres-log.js";
import { type DatabaseUnderTest, openDatabase } from "./testing/database-under-test.js";
import { readAll } from "./testing/racing-appender.js";
import { startProcess } from "./testing/server-process.js";
import { command, createRoom } from "./testing/server-under-test.js";

// Each test starts processes, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

// A server whose own sign of life comes later than half a lease judges nobody for a while: on a busy machine one of a second may.
const settings = { PRESENCE_LINGER_MS: "500", PRESENCE_LEASE_MS: "6000", COME_BACK_MS: "3000" };

let database: DatabaseUnderTest;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());

const start = () => startProcess(database.url, settings);

/** What the log says of somebody's presence, read past every server. */
async function about(room: RoomId, { id }: RawPlayer): Promise<string[]> {
  const events = await readAll(new PostgresLog(database.prisma), room);
  return events.flatMap(({ type, data }) => ("player" in data && data.player === id ? [type] : []));
}
function becomes(room: RoomId, player: RawPlayer, what: readonly string[]): Promise<string[]> {
  return eventually(
    what.join(", "),
    () => about(room, player),
    (types) => types.join() === what.join(),
    30_000,
  );
}

/** Two sit at a table of one server. */
async function table(url: string): Promise<{ room: RoomId; ada: RawPlayer; bob: RawPlayer }> {
  const [ada, bob] = await Promise.all([RawPlayer.connect(url, "Ada"), RawPlayer.connect(url, "Bob")]);
  const { room } = await createRoom(ada);
  for (const player of [ada, bob]) await command(player, room, { type: "take-seat" });
  return { room, ada, bob };
}

describe("of two servers one", () => {
  it("SEAT-11 is killed: the other notices who does not come back, and marks nobody who does", async () => {
    await using doomed = await start();
    await using other = await start();
    const { room, ada, bob } = await table(doomed.url);
    await doomed.kill();
    await bob.reconnect(other.url);
    await becomes(room, ada, ["player-dropped"]);
    await ada.reconnect(other.url);
    await becomes(room, ada, ["player-dropped", "player-returned"]);
    // Both were among the players of the dead server, and looked at together.
    expect(await about(room, bob)).toEqual([]);
    for (const player of [ada, bob]) player.disconnect();
  });

  it("SEAT-12 sleeps longer than its lease: awake again, it undoes what was noted of its players", async () => {
    await using sleepy = await start();
    await using other = await start();
    const { room, ada, bob } = await table(sleepy.url);
    sleepy.signal("SIGSTOP");
    await becomes(room, ada, ["player-dropped"]);
    await becomes(room, bob, ["player-dropped"]);
    await bob.reconnect(other.url);
    await becomes(room, bob, ["player-dropped", "player-returned"]);
    sleepy.signal("SIGCONT");
    await becomes(room, ada, ["player-dropped", "player-returned"]);
    expect(ada.isConnected).toBe(true);
    ada.disconnect();
    await becomes(room, ada, ["player-dropped", "player-returned", "player-dropped"]);
    expect(await about(room, bob)).toEqual(["player-dropped", "player-returned"]);
    bob.disconnect();
  });

  it("SEAT-8 is replaced: its players have as long to come back as those of one that was killed", async () => {
    await using old = await start();
    const { room, ada, bob } = await table(old.url);
    await old.stop();
    await using next = await start();
    await ada.reconnect(next.url);
    await becomes(room, bob, ["player-dropped"]);
    expect(await about(room, ada)).toEqual([]);
    ada.disconnect();
  });
});
