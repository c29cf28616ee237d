import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { expect, test } from "vitest";
import { schemaFile } from "../checkout.js";
import { createEmptyDatabase, createTestDatabase } from "../testing/test-database.js";
import { MigrationFailed, migrate, wholeDatabase } from "./migrate.js";
import { readMigrations } from "./migration-files.js";
import { missingMigration, sqlBetween } from "./missing-migration.js";
import { createPrismaClient } from "./prisma.js";
import { withSchemaEngine } from "./schema-engine.js";

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const history = (url: string) => query(url, "SELECT * FROM _prisma_migrations ORDER BY migration_name");

async function namesOnDisk(): Promise<string[]> {
  return (await readMigrations()).migrationDirectories.map(({ path }) => path);
}

function oneMigration(sql: string) {
  const migrationFile = { path: "migration.sql", content: { tag: "ok" as const, value: sql } };
  return {
    baseDir: "/nowhere",
    lockfile: { path: "migration_lock.toml", content: null },
    shadowDbInitScript: "",
    migrationDirectories: [{ path: "20200101000000_only", migrationFile }],
  };
}

/** Everything that makes tables what they are, in words, without the order in which it came about. */
async function tablesOf(url: string): Promise<unknown[]> {
  return query(
    url,
    `SELECT format('%s.%s %s %s %s', table_name, column_name, udt_name || coalesce(datetime_precision::text, ''),
                   is_nullable, column_default) AS what
       FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'
     UNION SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
     UNION SELECT format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
       FROM pg_constraint WHERE conrelid > 0 AND conrelid::regclass::text <> '_prisma_migrations'
        AND connamespace = 'public'::regnamespace
     ORDER BY what`,
  );
}

test("every change of the schema has a migration", async () => {
  await using database = await createEmptyDatabase();
  expect(await missingMigration(database.url)).toBeUndefined();
});

test("the migrations lead to the schema", async () => {
  await using migrated = await createTestDatabase();
  await using direct = await createEmptyDatabase();
  await query(direct.url, (await sqlBetween(direct.url, "", await readFile(schemaFile, "utf8"))) ?? "");
  const tables = await tablesOf(migrated.url);
  expect(tables.length).toBeGreaterThan(30);
  expect(tables).toEqual(await tablesOf(direct.url));
});

test("applies every migration once, in order", async () => {
  await using database = await createEmptyDatabase();
  expect(await migrate(database.url)).toEqual(await namesOnDisk());
  expect(await migrate(database.url)).toEqual([]);
});

test("leaves the record that `prisma migrate deploy` would: it finds nothing to do", async () => {
  await using database = await createEmptyDatabase();
  await migrate(database.url);
  const { migrationDirectories } = await readMigrations();
  const checksums = migrationDirectories.map(({ path, migrationFile }) => ({
    migration_name: path,
    checksum: createHash("sha256").update(migrationFile.content.value).digest("hex"),
    applied_steps_count: 1,
    rolled_back_at: null,
    logs: null,
    finished_at: expect.any(Date),
  }));
  expect(await history(database.url)).toMatchObject(checksums);
  const diagnosis = await withSchemaEngine(database.url, async (engine) =>
    engine.diagnoseMigrationHistory({
      migrationsList: await readMigrations(),
      optInToShadowDatabase: false,
      filters: wholeDatabase,
    }),
  );
  expect(diagnosis).toMatchObject({ history: null, editedMigrationNames: [], failedMigrationNames: [] });
});

test("lets servers that start at once take turns", async () => {
  await using database = await createEmptyDatabase();
  const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(database.url)));
  expect(applied.flat()).toEqual(await namesOnDisk());
  expect(await history(database.url)).toHaveLength((await namesOnDisk()).length);
});

test("holds the lock on one connection for as long as a migration takes", async () => {
  await using database = await createEmptyDatabase();
  const slow = oneMigration("SELECT pg_sleep(1); CREATE TABLE slow ();");
  const first = migrate(database.url, slow);
  await delay(400);
  expect(await migrate(database.url, slow)).toEqual([]);
  expect(await first).toEqual(["20200101000000_only"]);
});

test("says which migration failed and why", async () => {
  await using database = await createEmptyDatabase();
  const broken = migrate(database.url, oneMigration("CREATE TABLE broken (a no_such_type)"));
  await expect(broken).rejects.toThrow(MigrationFailed);
  await expect(broken).rejects.toThrow(/type "no_such_type" does not exist$/);
  await expect(migrate(database.url)).rejects.toThrow(/20200101000000_only/);
});

test("the client finds the tables it was generated for", async () => {
  await using database = await createTestDatabase();
  const prisma = createPrismaClient({ url: database.url, poolSize: 2, onError: () => undefined });
  try {
    const player = { id: crypto.randomUUID(), name: "Ada", avatar: "fox" };
    await prisma.player.create({ data: player });
    await prisma.session.create({ data: { tokenHash: "00", playerId: player.id, expiresAt: new Date() } });
    expect(await prisma.player.findMany({ include: { sessions: true } })).toMatchObject([
      { ...player, sessions: [{ tokenHash: "00" }] },
    ]);
    const [limits] = await prisma.$queryRaw<unknown[]>`
      SELECT current_setting('statement_timeout') AS statement, current_setting('lock_timeout') AS lock`;
    expect(limits).toEqual({ statement: "4s", lock: "3s" });
  } finally {
    await prisma.$disconnect();
  }
});
