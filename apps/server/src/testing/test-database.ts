import { createHash, randomBytes } from "node:crypto";
import pg from "pg";
import { migrate } from "../database/migrate.js";
import { readMigrations } from "../database/migration-files.js";

/** A database of one test or one worker. It is dropped when it is disposed, whoever is still connected. */
export interface TestDatabase extends AsyncDisposable {
  url: string;
}

/** The environment variable that names the Postgres in which tests make their databases. */
export const testPostgresVariable = "TEST_DATABASE_URL";

/** Makes a database with every migration applied, in some 30 ms. */
export async function createTestDatabase(): Promise<TestDatabase> {
  return create(`TEMPLATE ${await templateName()}`);
}

/** Makes a database without anything in it. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return create("TEMPLATE template0");
}

/** Makes the template that test databases are copied from, once per set of migrations, and removes old leftovers. */
export async function prepareTestDatabases(): Promise<void> {
  const template = await templateName();
  const { rows } = await maintain(
    "SELECT datname AS name FROM pg_database WHERE datname ~ '^rejoin_(test|template)_'",
  );
  const names = rows.map(({ name }) => String(name));
  for (const name of names) if (isLeftover(name, template)) await drop(name);
  if (names.includes(template)) return;
  await using unfinished = await createEmptyDatabase();
  await migrate(unfinished.url);
  // Renamed when complete; another run of the tests may have been quicker.
  await maintain(`ALTER DATABASE ${new URL(unfinished.url).pathname.slice(1)} RENAME TO ${template}`).catch(
    ignoreExisting,
  );
}

async function create(options: string): Promise<TestDatabase> {
  const name = `rejoin_test_${process.pid}_${randomBytes(6).toString("hex")}`;
  await maintain(`CREATE DATABASE ${name} ${options}`);
  const url = new URL(maintenanceUrl());
  url.pathname = `/${name}`;
  return { url: url.href, [Symbol.asyncDispose]: () => drop(name) };
}

async function drop(name: string): Promise<void> {
  await maintain(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

async function templateName(): Promise<string> {
  const { migrationDirectories } = await readMigrations();
  return `rejoin_template_${createHash("sha256").update(JSON.stringify(migrationDirectories)).digest("hex").slice(0, 16)}`;
}

/** Templates of other migrations, and databases of test processes that are gone. */
function isLeftover(name: string, template: string): boolean {
  if (name.startsWith("rejoin_template_")) return name !== template;
  const pid = Number(name.split("_")[2]);
  try {
    return !process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

async function maintain(sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: maintenanceUrl() });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

function maintenanceUrl(): string {
  const url = process.env[testPostgresVariable];
  if (!url)
    throw new Error(`There is no Postgres for tests. Run them with npm, or set ${testPostgresVariable}.`);
  return url;
}

function ignoreExisting(error: { code?: string }): void {
  // Two runs that rename at the same moment meet in the catalogue's unique index instead.
  if (error.code !== "42P04" && error.code !== "23505") throw error;
}
