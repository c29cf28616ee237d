import { connectWithRetry } from "./database/connect-with-retry.js";
import { DatabaseUnavailable } from "./database/database-unavailable.js";
import { createPrismaClient, type DatabaseOptions, UNHURRIED_MS } from "./database/prisma.js";
import { noticeRestore } from "./log/epochs.js";
import { LogUnavailable } from "./log/event-log.js";

/** A database that is there and gone so often while a server starts is not one to start with. */
const ATTEMPTS = 5;

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
  for (let attempt = 1; ; attempt += 1) {
    const prisma = createPrismaClient({ ...options, poolSize: 1, answerMs: UNHURRIED_MS });
    try {
      if (await noticeRestore(prisma))
        say("The database was restored or replaced: every room begins a new epoch.");
      return;
    } catch (error) {
      if (!(error instanceof LogUnavailable)) throw error;
      if (attempt === ATTEMPTS)
        throw new DatabaseUnavailable("The database keeps going away while this server starts.", {
          cause: error,
        });
      await connectWithRetry(options.url, { log: say, signal });
    } finally {
      await prisma.$disconnect().catch(() => undefined);
    }
  }
}
