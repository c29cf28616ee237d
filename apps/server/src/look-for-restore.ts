import { setTimeout as delay } from "node:timers/promises";
import { connectWithRetry } from "./database/connect-with-retry.js";
import { DatabaseUnavailable } from "./database/database-unavailable.js";
import { createPrismaClient, type DatabaseOptions, UNHURRIED_MS } from "./database/prisma.js";
import { noticeRestore } from "./log/epochs.js";
import { LogUnavailable } from "./log/event-log.js";

/** A database that is there and cannot be used for so long, in milliseconds, is not one to start with. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 500;

/**
 * Looks whether the database was restored or replaced since servers saw it last, and says so. Where it goes away meanwhile
 * it is waited for.
 * @throws {DatabaseUnavailable}
 */
export async function lookForRestore(
  options: Pick<DatabaseOptions, "url" | "onError">,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const prisma = createPrismaClient({ ...options, poolSize: 1, answerMs: UNHURRIED_MS });
    try {
      if (await noticeRestore(prisma))
        say("The database was restored or replaced: every room begins a new epoch.");
      return;
    } catch (error) {
      if (!(error instanceof LogUnavailable)) throw error;
      if (performance.now() > deadline)
        throw new DatabaseUnavailable(
          "The database answers, and takes no writes. Is it a standby, or full?",
          {
            cause: error,
          },
        );
      // It may answer and take no writes for a while, as after a failover.
      await delay(PAUSE_MS, undefined, { signal });
      await connectWithRetry(options.url, { log: say, signal });
    } finally {
      await prisma.$disconnect().catch(() => undefined);
    }
  }
}
