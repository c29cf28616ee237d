import pg from "pg";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { createPrismaClient, UNHURRIED_MS } from "../database/prisma.js";
import { type DatabaseUnderTest, openDatabase } from "../testing/database-under-test.js";
import { append, opening, said } from "../testing/samples.js";
import { noticeRestore, renewEpochs } from "./epochs.js";
import { PostgresLog } from "./postgres-log.js";

let database: DatabaseUnderTest;
let log: PostgresLog;
let ada: string;

beforeAll(async () => {
  database = await openDatabase();
  log = new PostgresLog(database.prisma);
  ada = await database.createPlayer();
});
afterAll(() => database[Symbol.asyncDispose]());

async function openRooms(): Promise<string[]> {
  const wanted = Array.from({ length: 3 }, () => opening(ada));
  for (const one of wanted) await log.open(one);
  return wanted.map(({ room }) => room);
}
async function epochs(rooms: readonly string[]): Promise<string[]> {
  return Promise.all(rooms.map(async (room) => (await log.read(room, 0, 1))?.epoch ?? ""));
}
const same = ["epoch-1", "epoch-1", "epoch-1"];

it("LOG-20 a database that is the same one as before keeps its epochs", async () => {
  const rooms = await openRooms();
  expect(await noticeRestore(database.prisma)).toBe(false);
  expect(await noticeRestore(database.connect())).toBe(false);
  expect(await epochs(rooms)).toEqual(same);
});

it.each([
  ["of another cluster", { systemIdentifier: "1" }],
  ["on another timeline", { timeline: 77 }],
])(
  "LOG-20 in a database that was seen %s every room gets a new epoch, once, whoever notices",
  async (_what, seen) => {
    const rooms = await openRooms();
    await noticeRestore(database.prisma);
    await database.prisma.databaseOrigin.update({ where: { id: 1 }, data: seen });
    const noticed = await Promise.all([1, 2, 3].map(() => noticeRestore(database.connect())));
    expect(noticed.filter(Boolean)).toHaveLength(1);
    const renewed = await epochs(rooms);
    expect(new Set([...renewed, "epoch-1"]).size).toBe(4);
    expect(await noticeRestore(database.prisma)).toBe(false);
    expect(await epochs(rooms)).toEqual(renewed);
    // A server that held a room from before appends nothing to it.
    const [room = ""] = rooms;
    expect(await log.append(append(room, 1, [said(ada, "from before")]))).toEqual({ kind: "conflict" });
  },
);

it("LOG-20 an operator gives every room a new epoch, and nothing is left of what is gone", async () => {
  const rooms = await openRooms();
  const [room = ""] = rooms;
  await database.prisma.roomSnapshot.create({ data: { roomId: room, version: 1, seq: 9, state: {} } });
  await database.prisma.membership.updateMany({ where: { roomId: room }, data: { seenSeq: 9 } });
  expect(await renewEpochs(database.prisma)).toBe(await database.prisma.room.count());
  expect(new Set([...(await epochs(rooms)), "epoch-1"]).size).toBe(4);
  expect(await database.prisma.roomSnapshot.count()).toBe(0);
  expect(await database.prisma.membership.findMany({ where: { roomId: room } })).toMatchObject([
    { seenSeq: 1 },
  ]);
});

it("LOG-20 renewing every epoch takes as long as it takes", async () => {
  const rooms = await openRooms();
  const unhurried = createPrismaClient({
    url: database.url,
    poolSize: 1,
    onError: () => undefined,
    answerMs: UNHURRIED_MS,
  });
  const other = new pg.Client({ connectionString: database.url });
  await other.connect();
  await other.query("BEGIN");
  await other.query("SELECT FROM room FOR UPDATE");
  const renewed = renewEpochs(unhurried);
  // Longer than Prisma gives a transaction, and than any other statement here may take.
  await vi.waitFor(
    async () => {
      const waiting = await database.prisma.$queryRaw`
        SELECT pid FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock' AND clock_timestamp() - query_start > '5.5 s'`;
      expect(waiting).toHaveLength(1);
    },
    { timeout: 20_000, interval: 100 },
  );
  await other.query("COMMIT");
  await other.end();
  expect(await renewed).toBe(await database.prisma.room.count());
  expect(new Set([...(await epochs(rooms)), "epoch-1"]).size).toBe(4);
  await unhurried.$disconnect();
}, 30_000);

it("LOG-11 renewing every epoch during appends never waits for them in a circle", async () => {
  const rooms = await openRooms();
  let talking = true;
  const talker = (async () => {
    while (talking)
      await Promise.all(
        [...rooms].reverse().map(async (room) => {
          const { epoch = "", head = 0 } = (await log.read(room, 0, 1)) ?? {};
          await log.append(append(room, head, [said(ada, "on")], { epoch }));
        }),
      );
  })();
  for (let times = 0; times < 10; times += 1) await renewEpochs(database.connect());
  talking = false;
  await talker;
});
