import type { RecordedEvent, RoomId } from "@rejoin/protocol";
import { eventually, RawPlayer } from "@rejoin/testkit";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { PostgresLog } from "./log/postgres-log.js";
import { type DatabaseUnderTest, openDatabase } from "./testing/database-under-test.js";
import { readAll } from "./testing/racing-appender.js";
import { startProcess } from "./testing/server-process.js";
import { command, createRoom } from "./testing/server-under-test.js";

vi.setConfig({ testTimeout: 60_000 });

const MINUTE_MS = 60_000;
/** How much of White's minute is gone when the next server starts: its clock is set forward by so much. */
const LATER_MS = 54_000;

let database: DatabaseUnderTest;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());

const eventsOf = (room: RoomId): Promise<readonly RecordedEvent[]> =>
  readAll(new PostgresLog(database.prisma), room);

it("GAME-8 DUE-7 a flag falls at its time, though the server was killed in the middle of the game", async () => {
  await using doomed = await startProcess(database.url);
  const [ada, bob] = await Promise.all([
    RawPlayer.connect(doomed.url, "Ada"),
    RawPlayer.connect(doomed.url, "Bob"),
  ]);
  const { room } = await createRoom(ada, { game: "chess", options: { minutes: 1, increment: 0 } });
  for (const player of [ada, bob]) await command(player, room, { type: "take-seat" });
  for (const player of [ada, bob]) await command(player, room, { type: "ready" });
  await eventually(
    "the game",
    () => eventsOf(room),
    (events) => events.at(-1)?.type === "game-started",
  );
  await command(ada, room, { type: "move", move: { from: "e2", to: "e4" } });
  const moved = await command(bob, room, { type: "move", move: { from: "e7", to: "e5" } });
  await doomed.kill();
  for (const player of [ada, bob]) player.disconnect();

  const before = await eventsOf(room);
  const started = before.find(({ type }) => type === "game-started")?.at ?? 0;
  const whiteMovedAt = before.at(-2)?.at ?? 0;
  const whiteBegan = before.at(-1)?.at ?? 0;
  const flagFallsAt = whiteBegan + MINUTE_MS - (whiteMovedAt - started);

  await using next = await startProcess(database.url, { FAILPOINTS: `clock+${LATER_MS}` });
  expect(next.pid).toBeDefined();
  const events = await eventually(
    "the fall of the flag",
    () => eventsOf(room),
    (all) => all.some(({ type, seq }) => type === "moved" && seq > moved),
    30_000,
  );
  const fall = events.find(({ type, seq }) => type === "moved" && seq > moved);
  expect(fall).toMatchObject({ actor: "room", data: { seat: null } });
  expect(fall?.at).toBeGreaterThanOrEqual(flagFallsAt);
  // A clock that began anew with the server would fall a whole minute after that.
  expect(fall?.at).toBeLessThan(flagFallsAt + MINUTE_MS / 2);
});
