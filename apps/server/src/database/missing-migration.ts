import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { migrationsFolder, schemaFile } from "../checkout.js";
import { wholeDatabase } from "./migrate.js";
import { withSchemaEngine } from "./schema-engine.js";

/** A copy of the schema as the last migration left it: what the next one starts from. */
export const migratedSchemaFile: string = join(migrationsFolder, "schema.prisma");

/**
 * Compares two Prisma schemas.
 * @param url any database, which is not touched: the engine wants to know what kind it is
 * @param from the text of the older one; empty for a new database
 * @param to the text of the newer one
 * @returns the SQL that leads from one to the other, or undefined when they make the same tables
 */
export async function sqlBetween(url: string, from: string, to: string): Promise<string | undefined> {
  const schema = (content: string) => ({ files: [{ path: "schema.prisma", content }] });
  return withSchemaEngine(url, async (engine) => {
    const { exitCode, stdout } = await engine.diff({
      from: from === "" ? { tag: "empty" } : { tag: "schemaDatamodel", ...schema(from) },
      to: { tag: "schemaDatamodel", ...schema(to) },
      script: true,
      exitCode: true,
      filters: wholeDatabase,
    });
    return exitCode === 0 ? undefined : (stdout ?? undefined);
  });
}

/**
 * @param url any database, as for `sqlBetween`
 * @returns the SQL of the migration that the schema needs and that nobody has written yet, if any
 */
export async function missingMigration(url: string): Promise<string | undefined> {
  const migrated = await readFile(migratedSchemaFile, "utf8").catch(() => "");
  return sqlBetween(url, migrated, await readFile(schemaFile, "utf8"));
}
