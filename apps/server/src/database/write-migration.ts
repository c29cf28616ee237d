/**
 * Writes the migration that leads to the changed schema: `npm run migration -- --name add_something`.
 * It compares the schema with the copy that the last migration left.
 */
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { checkoutRoot, migrationsFolder, schemaFile } from "../checkout.js";
import { createEmptyDatabase } from "../testing/test-database.js";
import { startTestPostgres } from "../testing/test-postgres.js";
import { migratedSchemaFile, missingMigration } from "./missing-migration.js";

const { values } = parseArgs({ options: { name: { type: "string" } } });
const name = values.name ?? "";

if (/^[a-z0-9_]+$/.test(name)) {
  await writeMigration();
} else {
  console.error(
    "Say what changes, in small letters and underscores: npm run migration -- --name add_something",
  );
  process.exitCode = 1;
}

async function writeMigration(): Promise<void> {
  const postgres = await startTestPostgres((line) => console.log(line));
  try {
    await using database = await createEmptyDatabase();
    const sql = await missingMigration(database.url);
    if (sql === undefined) console.log("The migrations already lead to the schema; nothing was written.");
    else await save(sql);
  } finally {
    await postgres.stop();
  }
}

async function save(sql: string): Promise<void> {
  const timestamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const folder = join(migrationsFolder, `${timestamp}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "migration.sql"), sql);
  await copyFile(schemaFile, migratedSchemaFile);
  console.log(`Wrote ${relative(checkoutRoot, folder)}/migration.sql. Read it before you commit it.`);
}
