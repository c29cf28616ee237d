import { STATE_VERSION } from "@rejoin/rules";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readMigrations } from "../database/migration-files.js";
import { type DatabaseUnderTest, openDatabase } from "../testing/database-under-test.js";
import type { Somebody } from "../testing/people.js";
import { fold, openTable, RoomServer } from "../testing/room-server.js";
import { PostgresLog } from "./postgres-log.js";

let database: DatabaseUnderTest;
let log: PostgresLog;
let host: Somebody;
let guest: Somebody;
beforeAll(async () => {
  database = await openDatabase();
  log = new PostgresLog(database.prisma);
  [host, guest] = await Promise.all([somebody("Ada"), somebody("Bob")]);
});
afterAll(() => database[Symbol.asyncDispose]());

it("LOG-14 the snapshots of trimmed rooms are rewritten for the newest version, and those of others are left", async () => {
  const [trimmed, whole] = [await openTable(log, { host }), await openTable(log, { host })];
  for (const room of [trimmed, whole]) {
    await new RoomServer(log).say(room, host, { type: "take-seat" });
    const { state } = await fold(log, room);
    await keep(room, 1, asVersion1(asVersion2(state)));
  }
  const { state } = await fold(log, trimmed);
  await trim(trimmed);

  for (const migration of ["_states_of_version_2", "_states_of_version_3"]) await apply(migration);

  expect((await log.newestSnapshot(trimmed, 2, STATE_VERSION))?.state).toEqual(state);
  expect(await log.newestSnapshot(whole, 2, STATE_VERSION)).toBeNull();
});

it("LOG-14 who was invited is invited by the host in a rewritten state, unless they sit there", async () => {
  const room = await openTable(log, { host });
  await new RoomServer(log).say(room, host, { type: "invite", player: guest.id });
  const { state } = await fold(log, room);
  await keep(room, 2, { ...asVersion2(state), invited: [guest.id] });
  const seated = { ...asVersion2(state), seats: [{ player: guest.id }, null], invited: [guest.id] };
  await database.prisma.roomSnapshot.create({ data: { roomId: room, version: 2, seq: 1, state: seated } });
  await trim(room);

  await apply("_states_of_version_3");

  expect((await log.newestSnapshot(room, 2, STATE_VERSION))?.state).toEqual(state);
  expect((await log.newestSnapshot(room, 1, STATE_VERSION))?.state).toMatchObject({ invited: [] });
});

it("LOG-10 a table that was somebody's own because they were invited becomes an invitation", async () => {
  const room = await openTable(log, { host });
  const row = { playerId: guest.id, roomId: room };
  await database.prisma.membership.create({ data: { ...row, mine: true } });

  await apply("_invitations_of_members");

  const all = await database.prisma.membership.findMany({ where: { roomId: room } });
  expect(new Map(all.map(({ playerId, mine }) => [playerId, mine]))).toEqual(
    new Map([
      [host.id, true],
      [guest.id, false],
    ]),
  );
  const invitations = await database.prisma.invitation.findMany({ where: { roomId: room } });
  expect(invitations).toMatchObject([{ ...row, invitedBy: { id: host.id, ...host.person } }]);
});

async function somebody(name: string): Promise<Somebody> {
  return {
    kind: "player",
    id: await database.createPlayer(name),
    person: { name, avatar: name.toLowerCase() },
  };
}

/** Keeps a state as the room's snapshot at its second event. */
async function keep(room: string, version: number, state: object): Promise<void> {
  await database.prisma.roomSnapshot.create({ data: { roomId: room, version, seq: 2, state } });
}

async function trim(room: string): Promise<void> {
  await database.prisma.room.update({ where: { id: room }, data: { firstSeq: 2 } });
}

/** A state in which nobody is invited, as the rules of version 2 made it. */
function asVersion2(state: object): Record<string, unknown> {
  const { declined, ...rest } = structuredClone(state) as Record<string, unknown>;
  return { ...rest, invited: [] };
}

/** The same, as the rules of version 1 made it. */
function asVersion1({ quick, muted, seatsAt, boardAt, ...rest }: Record<string, unknown>): object {
  const seats = (rest.seats as (Record<string, unknown> | null)[]).map((seat) => {
    if (!seat) return null;
    const { bot, ...person } = seat;
    return person;
  });
  return { ...rest, seats };
}

/** Does once more what a migration did, to what is there now. */
async function apply(name: string): Promise<void> {
  const { migrationDirectories } = await readMigrations();
  const found = migrationDirectories.find(({ path }) => path.endsWith(name));
  if (found?.migrationFile.content.tag !== "ok") throw new Error(`there is no migration ${name}`);
  await database.prisma.$executeRawUnsafe(found.migrationFile.content.value);
}
