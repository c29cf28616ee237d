import { STATE_VERSION } from "@rejoin/rules";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readMigrations } from "../database/migration-files.js";
import { type DatabaseUnderTest, openDatabase } from "../testing/database-under-test.js";
import type { Somebody } from "../testing/people.js";
import { fold, openTable, RoomServer } from "../testing/room-server.js";
import { PostgresLog } from "./postgres-log.js";

const MIGRATION = "_states_of_version_2";

let database: DatabaseUnderTest;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());

it("LOG-14 the snapshots of trimmed rooms are rewritten for version 2, and those of others are left", async () => {
  const log = new PostgresLog(database.prisma);
  const host: Somebody = {
    kind: "player",
    id: await database.createPlayer("Ada"),
    person: { name: "Ada", avatar: "ada" },
  };
  const [trimmed, whole] = [await openTable(log, { host }), await openTable(log, { host })];
  for (const room of [trimmed, whole]) {
    await new RoomServer(log).say(room, host, { type: "take-seat" });
    const { state } = await fold(log, room);
    await database.prisma.roomSnapshot.create({
      data: { roomId: room, version: 1, seq: 2, state: asVersion1(state) },
    });
  }
  const { state } = await fold(log, trimmed);
  await database.prisma.room.update({ where: { id: trimmed }, data: { firstSeq: 2 } });

  await database.prisma.$executeRawUnsafe(await migration());

  expect((await log.newestSnapshot(trimmed, 2, STATE_VERSION))?.state).toEqual(state);
  expect(await log.newestSnapshot(whole, 2, STATE_VERSION)).toBeNull();
});

/** A state as the rules of version 1 made it. */
function asVersion1(state: object): object {
  const { quick, muted, seatsAt, boardAt, ...rest } = structuredClone(state) as Record<string, unknown>;
  const seats = (rest.seats as (Record<string, unknown> | null)[]).map((seat) => {
    if (!seat) return null;
    const { bot, ...person } = seat;
    return person;
  });
  return { ...rest, seats };
}

async function migration(): Promise<string> {
  const { migrationDirectories } = await readMigrations();
  const found = migrationDirectories.find(({ path }) => path.endsWith(MIGRATION));
  if (found?.migrationFile.content.tag !== "ok") throw new Error(`there is no migration ${MIGRATION}`);
  return found.migrationFile.content.value;
}
