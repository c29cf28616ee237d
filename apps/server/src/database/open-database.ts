import { connectWithRetry } from "./connect-with-retry.js";
import { startEmbeddedPostgres } from "./embedded-postgres.js";

export interface OpenDatabase {
  url: string;
  /** Stops what was started for it: nothing, where the database is somebody else's. */
  stop(): Promise<void>;
}

/**
 * Waits for the database that the settings name, or starts our own where they name none.
 * @param signal ends the waiting; what is being started is started all the same
 * @throws {DatabaseUnavailable} when it does not come
 */
export async function openDatabase(
  { databaseUrl, dataDir }: { databaseUrl: string | undefined; dataDir: string },
  say: (line: string) => void,
  signal?: AbortSignal,
): Promise<OpenDatabase> {
  if (databaseUrl === undefined) return startEmbeddedPostgres({ dataDir, log: say });
  await connectWithRetry(databaseUrl, { log: say, ...(signal && { signal }) });
  return { url: databaseUrl, stop: async () => undefined };
}
