import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { DatabaseUnavailable } from "./database-unavailable.js";

export { DatabaseUnavailable };

export interface RetryOptions {
  log: (line: string) => void;
  /** How long to go on trying, in milliseconds. */
  giveUpAfterMs?: number;
  signal?: AbortSignal;
}

/** Errors that waiting does not cure: wrong user or password, no such database, not allowed in. */
const permanentCodes = new Set(["28000", "28P01", "3D000", "42501", "SELF_SIGNED_CERT_IN_CHAIN"]);

/**
 * Resolves once a database answers a query, trying again while it does not.
 * @throws {DatabaseUnavailable} when it refuses for a reason that will not pass, or stays silent for too long
 */
export async function connectWithRetry(url: string, options: RetryOptions): Promise<void> {
  const { log, giveUpAfterMs = 20_000, signal } = options;
  const where = withoutPassword(url);
  const deadline = performance.now() + giveUpAfterMs;
  for (let attempt = 1; ; attempt += 1) {
    const problem = await problemWith(url, Math.max(250, Math.min(5_000, deadline - performance.now())));
    if (problem === undefined) return;
    if (permanentCodes.has(problem.code)) {
      throw new DatabaseUnavailable(
        `The database at ${where} refuses: ${problem.message}. Check DATABASE_URL.`,
      );
    }
    const left = deadline - performance.now();
    if (left <= 0) {
      throw new DatabaseUnavailable(
        `The database at ${where} did not answer for ${Math.round(giveUpAfterMs / 1000)} s: ${problem.message}. ` +
          "Is it running, and is DATABASE_URL right?",
      );
    }
    if (attempt === 1) log(`The database at ${where} does not answer yet: ${problem.message}.`);
    log(`Trying again; giving up in ${Math.ceil(left / 1000)} s.`);
    await delay(Math.min(left, 250 * 2 ** Math.min(attempt, 3)), undefined, signal ? { signal } : {});
  }
}

/** The address in a database URL, fit for a log. */
export function withoutPassword(url: string): string {
  const { protocol, hostname, port, pathname } = new URL(url);
  return `${protocol}//${hostname || "localhost"}:${port || 5432}${pathname}`;
}

async function problemWith(
  url: string,
  timeoutMs: number,
): Promise<{ code: string; message: string } | undefined> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
  });
  // An error between the queries would otherwise end the process.
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("SELECT 1");
    return undefined;
  } catch (error) {
    return describe(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function describe(error: unknown): { code: string; message: string } {
  const {
    code = "",
    message = "",
    errors,
  } = error as { code?: string; message?: string; errors?: unknown[] };
  // A name with several addresses fails with one error for each, and an empty message of its own.
  if (message === "" && errors?.[0] !== undefined) return describe(errors[0]);
  return { code, message: (message || code || String(error)).replace(/\.$/, "") };
}
