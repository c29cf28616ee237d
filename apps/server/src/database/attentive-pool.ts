import pg from "pg";
import type { DatabaseHealth } from "./database-health.js";

/** How long a statement may take, as the database sees it: what is given up on here must not go on there (LOG-13). */
const STATEMENT_MS = 4_000;
/** And a little longer as we see it: a database that is paused, or cut off, keeps no time limit. */
const ANSWER_MS = 5_000;
/** A database that did not answer the last time is not waited for as long again. */
const ANSWER_WHEN_SILENT_MS = 1_000;

export interface PoolOptions {
  url: string;
  /** Connections to open at most. */
  poolSize: number;
  /** Hears how every query went. */
  health: DatabaseHealth;
  /** How long a query may take, in milliseconds. */
  answerMs?: number;
}

/** The one form of `query` that Prisma uses. */
type Query = (query: pg.QueryConfig) => Promise<pg.QueryResult>;

/**
 * A pool of connections on which every query ends in time, and that notes what queries tell of the database.
 *
 * A query that is given up on has an unknown outcome: its connection is thrown away, yet what has arrived over it may
 * still be done, as soon as a paused database goes on. It does no harm then. An append takes effect only on the head that
 * it was decided on, and only if its commands are not in the log already; so it is either what its caller finds when it
 * asks again, or nothing, and it can never come after what was decided later.
 */
export function attentivePool({ url, poolSize, health, answerMs = ANSWER_MS }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: "rejoin",
    // Each statement is planned once: planning takes as long as running does, and no plan here depends on the values.
    options: "-c plan_cache_mode=force_generic_plan",
    max: poolSize,
    keepAlive: true,
    connectionTimeoutMillis: 2_500,
    query_timeout: answerMs,
    statement_timeout: STATEMENT_MS,
    lock_timeout: 3_000,
    idle_in_transaction_session_timeout: 10_000,
  });
  const ask = pool.query.bind(pool) as Query;
  const query: Query = async (wanted) => {
    try {
      const limit = health.isSilent ? { query_timeout: ANSWER_WHEN_SILENT_MS } : {};
      const result = await ask({ ...wanted, ...limit });
      health.answered();
      return result;
    } catch (error) {
      health.failed(error);
      throw error;
    }
  };
  return Object.assign(pool, { query });
}
