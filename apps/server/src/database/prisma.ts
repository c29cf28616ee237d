import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import type { ArgType, SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import { attentivePool } from "./attentive-pool.js";
import { DatabaseHealth } from "./database-health.js";
import { type Prisma, PrismaClient } from "./generated/client.js";

export interface DatabaseOptions {
  url: string;
  /** Connections to open at most. */
  poolSize: number;
  /** Hears of connections that broke while nobody was using them; the next query opens a new one. */
  onError: (error: Error) => void;
  /** Hears how every query went. */
  health?: DatabaseHealth;
  /** How long a query may take, in milliseconds. Longer than the usual only for what nobody waits for. */
  answerMs?: number;
}

/** The limit of a query for which nobody waits, in milliseconds: to give every room a new epoch takes as long as it takes. */
export const UNHURRIED_MS = 3_600_000;

/** Builds a Prisma client whose queries all end in time. Nothing is connected until the first one. */
export function createPrismaClient(options: DatabaseOptions): PrismaClient {
  const { onError, health = new DatabaseHealth() } = options;
  const pool = attentivePool({ ...options, health });
  const statementNameGenerator = createStatementNames();
  const adapter = new PrismaPg(pool, {
    statementNameGenerator,
    onPoolError: onError,
    onConnectionError: onError,
    disposeExternalPool: true,
  });
  // Getting a connection and each statement have limits of their own. Prisma's would end what may take long after five seconds.
  const prisma = new PrismaClient({
    adapter,
    transactionOptions: { maxWait: UNHURRIED_MS, timeout: UNHURRIED_MS },
  });
  // One of its own: it reports no error a second time, and opens no other pool when the client has ended this one.
  drivers.set(prisma, new PrismaPg(pool, { statementNameGenerator }));
  return prisma;
}

/** The driver adapter beside each client, over the same connections. */
const drivers = new WeakMap<PrismaClient, PrismaPg>();

/** Asks one statement. @returns its one row, as an array of its columns @throws {DriverAdapterError} */
export type AskDriver = (statement: Prisma.Sql) => Promise<readonly unknown[]>;

/**
 * The driver adapter beside a client, asked without it, over the same connections and with the same time limits. It is for the
 * one statement that is asked all the time: on its way through the client a batch is turned into JSON, and back, twice over.
 */
export function driverOf(prisma: PrismaClient): AskDriver {
  const factory = drivers.get(prisma);
  if (!factory) throw new Error("the client was not made by createPrismaClient");
  let connected: Promise<SqlDriverAdapter> | undefined;
  return async ({ text, values }) => {
    connected ??= factory.connect();
    const driver = await connected;
    const { rows } = await driver.queryRaw({ sql: text, args: values, argTypes: values.map(typeOf) });
    return rows[0] ?? [];
  };
}

const text: ArgType = { scalarType: "string", arity: "scalar" };
const whole: ArgType = { scalarType: "int", arity: "scalar" };

function typeOf(value: unknown): ArgType {
  return typeof value === "number" ? whole : text;
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
