import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DatabaseUnderTest, openDatabase } from "../testing/database-under-test.js";
import { PostgresPresence } from "./postgres-presence.js";
import { describePresenceRegister } from "./presence-register.contract.js";

/** Long, so that it never lapses by itself, however busy the machine is. */
const LEASE_MS = 3_600_000;

/** Instead of waiting, the leases are moved back: their clock is the database's. */
const pass = (database: DatabaseUnderTest) => async (ms: number) => {
  await database.prisma.$executeRaw`UPDATE server_lease SET until = until - ${ms}::float8 * interval '1 ms'`;
};

describePresenceRegister("the register in Postgres", async () => {
  const database = await openDatabase();
  return {
    register: new PostgresPresence(database.prisma, LEASE_MS),
    leaseMs: LEASE_MS,
    pass: pass(database),
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
});

describe("the register in Postgres, on its own terms", () => {
  let database: DatabaseUnderTest;
  beforeAll(async () => {
    database = await openDatabase();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  it("SEAT-12 a beat and a taking over at the same moment agree on who has the players", async () => {
    const [registerOne, registerTwo] = [database.prisma, database.connect()].map(
      (prisma) => new PostgresPresence(prisma, LEASE_MS),
    ) as [PostgresPresence, PostgresPresence];
    const next = randomUUID();
    await registerTwo.enter(next);
    const met = { kept: 0, taken: 0 };
    for (let round = 0; round < 60; round += 1) {
      const [paused, ada, bob] = [randomUUID(), randomUUID(), randomUUID()];
      await registerOne.enter(paused);
      await registerOne.beat(paused, { number: 1, here: [ada], gone: [] });
      await database.prisma
        .$executeRaw`UPDATE server_lease SET until = now() - interval '1 s' WHERE server_id = ${paused}::uuid`;
      const both = [
        () => registerOne.beat(paused, { number: 2, here: [bob], gone: [] }),
        () => registerTwo.takeOver(next),
      ] as const;
      const turned = round % 2 === 0;
      const first = turned ? both[0]() : both[1]();
      const second = turned ? both[1]() : both[0]();
      const [state, taken] = (
        turned ? await Promise.all([first, second]) : await Promise.all([second, first])
      ) as [string, string[]];
      const present = await registerOne.present([ada, bob]);
      if (state === "lost") {
        met.taken += 1;
        expect([taken, present]).toEqual([[ada], new Set()]);
      } else {
        met.kept += 1;
        expect([taken, present]).toEqual([[], new Set([ada, bob])]);
      }
    }
    expect(met.kept).toBeGreaterThan(0);
    expect(met.taken).toBeGreaterThan(0);
  });
});
