import { realpath } from "node:fs/promises";
import pg from "pg";
import type { Cluster } from "./cluster.js";
import { databaseName, databaseUser } from "./settings.js";

/** Any number, the same in every server: who holds this lock (shared) uses the embedded Postgres. */
const inUseLock = 7_365_646_901;

/**
 * Connects to the Postgres of a cluster, and to no other that happens to listen on the same port.
 * @returns the connection; or "busy" when it is there but is starting, stopping or full; or "absent"
 */
export async function connectTo(cluster: Cluster, port: number): Promise<pg.Client | "busy" | "absent"> {
  const client = new pg.Client({
    host: "127.0.0.1",
    port,
    user: databaseUser,
    password: cluster.password,
    database: "postgres",
    application_name: "rejoin holds the database",
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query("SELECT current_setting('data_directory') AS folder");
    if (rows[0]?.folder === (await realpath(cluster.data))) return client;
    await client.end();
    return "absent";
  } catch (error) {
    await client.end().catch(() => undefined);
    return ["57P03", "53300"].includes((error as { code?: string }).code ?? "") ? "busy" : "absent";
  }
}

/** Makes our database where it is missing, and marks the Postgres as used for as long as `client` stays connected. */
export async function claim(client: pg.Client): Promise<void> {
  await client.query("SELECT pg_advisory_lock_shared($1)", [inUseLock]);
  const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [databaseName]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${databaseName}`);
}

/** Takes the mark back. @returns whether nobody else uses this Postgres */
export async function release(client: pg.Client): Promise<boolean> {
  await client.query("SELECT pg_advisory_unlock_shared($1)", [inUseLock]);
  const { rows } = await client.query("SELECT pg_try_advisory_lock($1) AS alone", [inUseLock]);
  return rows[0]?.alone === true;
}

/** The address of our database, for anything that speaks Postgres. */
export function databaseUrl(cluster: Cluster, port: number): string {
  return `postgresql://${databaseUser}:${cluster.password}@127.0.0.1:${port}/${databaseName}`;
}
