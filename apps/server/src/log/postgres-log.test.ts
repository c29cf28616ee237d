import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { RoomState } from "@rejoin/rules";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPrismaClient } from "../database/prisma.js";
import { Cursors } from "../read-models/cursors.js";
import { type DatabaseUnderTest, openDatabase } from "../testing/database-under-test.js";
import { type Acknowledged, appendAtRandom, readAll } from "../testing/racing-appender.js";
import { append, change, opening, said, summaryOf } from "../testing/samples.js";
import { describeEventLog } from "./event-log.contract.js";
import { LogUnavailable } from "./event-log.js";
import type { LogUnderTest } from "./log-under-test.contract.js";
import { describeOpening } from "./opening.contract.js";
import { PostgresLog } from "./postgres-log.js";
import { describeRetention } from "./retention.contract.js";

async function start(): Promise<LogUnderTest> {
  const database = await openDatabase();
  return {
    log: new PostgresLog(database.prisma),
    createPlayer: () => database.createPlayer(),
    rewind: (room, head) => database.rewind(room, head),
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

describeEventLog("the log in Postgres", start);
describeOpening("the log in Postgres", start);
describeRetention("the log in Postgres", start);

describe("the log in Postgres, on its own terms", () => {
  let database: DatabaseUnderTest;
  let log: PostgresLog;
  let ada: string;

  beforeAll(async () => {
    database = await openDatabase();
    log = new PostgresLog(database.prisma);
    ada = await database.createPlayer();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  async function openRooms(count: number): Promise<string[]> {
    const wanted = Array.from({ length: count }, () => opening(ada));
    await Promise.all(wanted.map((one) => log.open(one)));
    return wanted.map(({ room }) => room);
  }

  /** Holds what every log must hold, and every acknowledged command exactly once at its number. */
  async function expectSound(rooms: readonly string[], acknowledged: readonly Acknowledged[]): Promise<void> {
    for (const room of rooms) {
      const events = await readAll(log, room);
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
      expect((await log.read(room, 0, 1))?.head).toBe(events.length);
      const ids = events.map(({ commandId }) => commandId);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { commandId, seq } of acknowledged.filter((one) => one.room === room))
        expect(ids[seq - 1]).toBe(commandId);
    }
  }

  it("LOG-8 with appenders in two processes, every acknowledged event is in a gapless log once", async () => {
    const rooms = await openRooms(3);
    const racers = await Promise.all(
      [1, 2].map((seed) => startAppender(database.url, ada, 160, seed, rooms)),
    );
    const finished = await Promise.all(racers.map((finish) => finish()));
    expect(Math.min(...finished.map(({ conflicts }) => conflicts))).toBeGreaterThan(5);
    const acknowledged = finished.flatMap((one) => one.acknowledged);
    expect(acknowledged.length).toBeGreaterThan(320);
    await expectSound(rooms, acknowledged);
    const heads = await log.heads(rooms);
    const total = rooms.reduce((sum, room) => sum + (heads.get(room) ?? 0) - 1, 0);
    expect(total).toBe(acknowledged.length);
    // Starting processes takes its time on a busy machine.
  }, 60_000);

  it("LOG-8 one command sent through two servers at once has one event, and both hear of it", async () => {
    const other = new PostgresLog(database.connect());
    for (const room of await openRooms(25)) {
      const command = said(ada, "twice");
      const results = await Promise.all([log, other].map((one) => one.append(append(room, 1, [command]))));
      expect(results.map(({ kind }) => kind)).toContain("appended");
      for (const result of results) {
        if (result.kind === "known") expect(result.commands[0]?.seq).toBe(2);
        else if (result.kind === "conflict")
          expect(await log.findCommand(room, ada, command.commandId)).toMatchObject({ command: { seq: 2 } });
      }
      expect((await log.read(room, 0, 10))?.events).toHaveLength(2);
    }
  });

  it("LOG-11 two servers that append to overlapping rooms never wait for each other in a circle", async () => {
    const other = new PostgresLog(database.connect());
    const rooms = await openRooms(24);
    const unknown: string[] = [];
    const acknowledged = await Promise.all(
      [log, other].flatMap((one, server) =>
        Array.from({ length: 12 }, (_, number) =>
          appendAtRandom(one, number % 2 ? rooms : [...rooms].reverse(), ada, {
            count: 12,
            seed: server * 100 + number,
            unknown: () => unknown.push("unknown"),
          }),
        ),
      ),
    );
    // A deadlock would have ended one of them with an error.
    expect(unknown).toEqual([]);
    await expectSound(rooms, acknowledged.flat());
  });

  it("LOG-11 who comes to a room for the first time never waits in a circle with an append that makes it theirs", async () => {
    const cursors = new Cursors(database.connect());
    for (const room of await openRooms(25)) {
      const players = await Promise.all(Array.from({ length: 24 }, () => database.createPlayer()));
      const owners = players.map((player) => [player, true] as const);
      const wanted = change(summaryOf(room, ada), owners);
      // A deadlock would end one of them with an error.
      const [appended] = await Promise.all([
        log.append(append(room, 1, [said(ada, "welcome")], { change: wanted })),
        ...players.map((player) => cursors.move(player, room, 1)),
      ]);
      expect(appended).toMatchObject({ kind: "appended" });
      const memberships = await database.prisma.membership.findMany({
        where: { roomId: room, playerId: { in: players }, mine: true, seenSeq: 1 },
      });
      expect(memberships).toHaveLength(players.length);
    }
  });

  it.each([
    ["an unpaired surrogate", "\ud800"],
    ["a null character", "\u0000"],
  ])("LOG-9 an event with %s, which Postgres cannot store, fails alone", async (_what, poison) => {
    const rooms = await openRooms(5);
    const results = await Promise.allSettled(
      rooms.map((room, index) => log.append(append(room, 1, [said(ada, index === 2 ? poison : "good")]))),
    );
    expect(results.map(({ status }) => status)).toEqual([
      "fulfilled",
      "fulfilled",
      "rejected",
      "fulfilled",
      "fulfilled",
    ]);
    const heads = await log.heads(rooms);
    expect(rooms.map((room) => heads.get(room))).toEqual([2, 2, 1, 2, 2]);
  });

  it("LOG-9 an append that repeats its own command id fails alone", async () => {
    const [good = "", bad = ""] = await openRooms(2);
    const twice = said(ada, "twice");
    const [one, other] = await Promise.allSettled([
      log.append(append(good, 1, [said(ada, "good")])),
      log.append(append(bad, 1, [twice, twice])),
    ]);
    expect(one).toMatchObject({ status: "fulfilled", value: { kind: "appended" } });
    expect(other?.status).toBe("rejected");
    expect((await log.read(bad, 0, 10))?.head).toBe(1);
  });

  it("LOG-10 what lists show changes with the events, and not without them", async () => {
    const [room = ""] = await openRooms(1);
    const bob = await database.createPlayer("Bob");
    const asker = { id: ada, name: "Ada", avatar: "ada" };
    const wanted = {
      ...change(summaryOf(room, ada, { title: "Changed", phase: "playing", visibility: "private" }), [
        [bob, true],
        [ada, false],
      ]),
      guests: new Map([[bob, asker]]),
    };
    const row = () => database.prisma.room.findUniqueOrThrow({ where: { id: room } });
    const owners = async () => {
      const all = await database.prisma.membership.findMany({ where: { roomId: room } });
      return new Map(all.map(({ playerId, mine }) => [playerId, mine]));
    };
    const guests = async () => {
      const all = await database.prisma.invitation.findMany({ where: { roomId: room } });
      return new Map(all.map(({ playerId, invitedBy }) => [playerId, invitedBy]));
    };
    const before = await row();

    await log.append(append(room, 5, [said(ada, "stale")], { change: wanted, wakeAt: 1 }));
    expect(await row()).toEqual(before);
    expect(await owners()).toEqual(new Map([[ada, true]]));
    expect(await guests()).toEqual(new Map());

    const poisoned = append(room, 1, [said(ada, "\u0000")], { change: wanted, wakeAt: 1 });
    await expect(log.append(poisoned)).rejects.toThrow(LogUnavailable);
    expect(await row()).toEqual(before);

    await log.append(append(room, 1, [said(ada, "good")], { change: wanted, wakeAt: 1_800_000_000_000 }));
    expect(await row()).toMatchObject({
      head: 2,
      phase: "playing",
      visibility: "private",
      summary: { title: "Changed", toMove: [] },
      wakeAt: new Date(1_800_000_000_000),
    });
    expect(await owners()).toEqual(
      new Map([
        [ada, false],
        [bob, true],
      ]),
    );
    expect(await guests()).toEqual(new Map([[bob, asker]]));
    const answered = { ...wanted, guests: new Map([[bob, null]]) };
    await log.append(append(room, 2, [said(ada, "good")], { change: answered }));
    expect(await guests()).toEqual(new Map([[bob, null]]));
  });

  it("LOG-10 a player who is invited and unknown does not stop the event", async () => {
    const [room = ""] = await openRooms(1);
    const nobody = "00000000-0000-4000-8000-000000000000";
    const asker = { id: ada, name: "Ada", avatar: "ada" };
    const wanted = { ...change(summaryOf(room, ada)), guests: new Map([[nobody, asker]]) };
    expect(await log.append(append(room, 1, [said(ada, "come")], { change: wanted }))).toMatchObject({
      kind: "appended",
    });
  });

  it("LOG-10 an append keeps how far its owners have seen the room", async () => {
    const [room = ""] = await openRooms(1);
    const key = { playerId_roomId: { playerId: ada, roomId: room } };
    await database.prisma.membership.update({ where: key, data: { seenSeq: 1 } });
    await log.append(
      append(room, 1, [said(ada, "on")], { change: change(summaryOf(room, ada), [[ada, true]]) }),
    );
    expect(await database.prisma.membership.findUniqueOrThrow({ where: key })).toMatchObject({
      seenSeq: 1,
      mine: true,
    });
  });

  it("LOG-13 with its backends killed during appends, the log says that it cannot tell, and stays sound", async () => {
    const doomed = new PostgresLog(database.connect());
    const rooms = await openRooms(6);
    let unknown = 0;
    let running = 8;
    const racing = Promise.all(
      Array.from({ length: 8 }, (_, number) =>
        appendAtRandom(doomed, rooms, ada, {
          count: 40,
          seed: 500 + number,
          unknown: () => {
            unknown += 1;
          },
        }).finally(() => {
          running -= 1;
        }),
      ),
    );
    // So many and no more: whoever is struck again and again would never finish.
    for (let kills = 0; kills < 12 && running > 0; ) {
      const killed = await database.prisma.$queryRaw<unknown[]>`
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE '%WITH wanted%' AND state = 'active'`;
      kills += killed.length;
    }
    const acknowledged = (await racing).flat();
    expect(unknown).toBeGreaterThan(0);
    await expectSound(rooms, acknowledged);
    const heads = await log.heads(rooms);
    const total = rooms.reduce((sum, room) => sum + (heads.get(room) ?? 0) - 1, 0);
    expect(total).toBe(acknowledged.length);
  });

  it("LOG-13 every call says so when the database is away", async () => {
    const nowhere = new URL(database.url);
    nowhere.port = "1";
    const prisma = createPrismaClient({ url: nowhere.href, poolSize: 1, onError: () => undefined });
    const lost = new PostgresLog(prisma);
    const room = "00000000-0000-4000-8000-000000000001";
    const nowhereTaken = {
      epoch: "epoch-1",
      seq: 1,
      version: 1,
      state: {} as RoomState,
      last: { actor: ada, commandId: "id" },
    };
    const calls = await Promise.allSettled([
      lost.open(opening(ada)),
      lost.append(append(room, 1, [said(ada, "hm")])),
      lost.read(room, 0, 1),
      lost.findCommand(room, ada, "id"),
      lost.locate("ABCDEF"),
      lost.heads([room]),
      lost.claimDue(0, 1, 1),
      lost.wakeLater(room, 1, 1),
      lost.openRooms(1),
      lost.newestSnapshot(room, 1, 1),
      lost.storeSnapshot(room, nowhereTaken, { apart: 1, reach: 1 }),
      lost.trim(room, { events: 1, since: 0, version: 1 }),
      lost.purgeClosed(0, 1),
      lost.wentBack(room, "epoch-1", 1),
    ]);
    for (const call of calls)
      expect(call.status === "rejected" && call.reason).toBeInstanceOf(LogUnavailable);
    await prisma.$disconnect();
  });
});

type Finished = { acknowledged: Acknowledged[]; conflicts: number };

/** Starts a process that appends. Resolves when it is ready; call the result to let it go and to wait for it. */
async function startAppender(
  url: string,
  actor: string,
  count: number,
  seed: number,
  rooms: readonly string[],
): Promise<() => Promise<Finished>> {
  const file = fileURLToPath(new URL("../testing/append-in-own-process.ts", import.meta.url));
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--conditions", "source", file, url, actor, `${count}`, `${seed}`, ...rooms],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  expect((await lines.next()).value).toBe("ready");
  return async () => {
    child.stdin.write("go\n");
    const { value } = await lines.next();
    if (child.exitCode === null) await once(child, "exit");
    return JSON.parse(String(value)) as Finished;
  };
}
