import { join } from "node:path";
import { checkoutRoot } from "../checkout.js";
import { startEmbeddedPostgres } from "../database/embedded-postgres.js";
import { prepareTestDatabases, testPostgresVariable } from "./test-database.js";

/**
 * Provides a Postgres for one run of the tests, and the migrated template that `createTestDatabase` copies.
 * It is the one in TEST_DATABASE_URL (any user who may create databases), else our own, apart from the one that
 * `npm start` uses. Processes started after this find it.
 */
export async function startTestPostgres(log: (line: string) => void): Promise<{ stop(): Promise<void> }> {
  const given = process.env[testPostgresVariable];
  if (given) {
    await prepareTestDatabases();
    return { stop: async () => undefined };
  }
  const own = await startEmbeddedPostgres({ dataDir: join(checkoutRoot, ".data", "test"), log });
  const stop = async () => {
    delete process.env[testPostgresVariable];
    await own.stop();
  };
  process.env[testPostgresVariable] = own.url;
  try {
    await prepareTestDatabases();
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}
