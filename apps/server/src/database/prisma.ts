import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "./generated/client.js";

export interface DatabaseOptions {
  url: string;
  /** Connections to open at most. */
  poolSize: number;
  /** Hears of connections that broke while nobody was using them; the next query opens a new one. */
  onError: (error: Error) => void;
}

/**
 * Builds a Prisma client with limits that hold on the server's side too: a statement that the client gave up on must
 * not commit later (LOG-13). Nothing is connected until the first query.
 */
export function createPrismaClient({ url, poolSize, onError }: DatabaseOptions): PrismaClient {
  const adapter = new PrismaPg(
    {
      connectionString: url,
      application_name: "rejoin",
      max: poolSize,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      statement_timeout: 10_000,
      lock_timeout: 5_000,
      idle_in_transaction_session_timeout: 10_000,
    },
    {
      statementNameGenerator: createStatementNames(),
      onPoolError: onError,
      onConnectionError: onError,
    },
  );
  return new PrismaClient({ adapter });
}

/** Prepared statements stay in memory on every connection, so their number has a limit. */
const namedStatementsAtMost = 500;

/**
 * Names statements by their text, so that each is parsed and planned once per connection.
 * Past the limit new texts get no name, and run unprepared as they would by default.
 */
function createStatementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined || names.size >= namedStatementsAtMost) return known ?? "";
    const name = `r_${createHash("sha256").update(sql).digest("hex").slice(0, 32)}`;
    names.set(sql, name);
    return name;
  };
}
