import type { MigrationList } from "@prisma/schema-engine-wasm";
import { readMigrations } from "./migration-files.js";
import { withSchemaEngine } from "./schema-engine.js";

/** The database could not be brought to the state this version needs. The message says which migration and why. */
export class MigrationFailed extends Error {
  override readonly name = "MigrationFailed";
}

/** We own every table of our database, so Prisma leaves none out. */
export const wholeDatabase = { externalTables: [], externalEnums: [] };

/**
 * Applies the migrations that a database does not have yet, as `prisma migrate deploy` would and with the same record
 * of it. Several servers may do this at once: the engine takes turns.
 * @returns the names of the migrations that were applied now, oldest first
 * @throws {MigrationFailed}
 */
export async function migrate(url: string, migrations?: MigrationList): Promise<readonly string[]> {
  const migrationsList = migrations ?? (await readMigrations());
  const input = { migrationsList, filters: wholeDatabase };
  for (let turns = 1; ; turns += 1) {
    try {
      return (await withSchemaEngine(url, (engine) => engine.applyMigrations(input))).appliedMigrationNames;
    } catch (error) {
      if (isStillWaiting(error) && turns < turnsAtMost) continue;
      throw new MigrationFailed(`The database could not be migrated: ${firstPart(error)}`, { cause: error });
    }
  }
}

/** The engine waits 10 s for its turn, and another server's migration of a big table takes longer: half an hour. */
const turnsAtMost = 180;

function isStillWaiting(error: unknown): boolean {
  return error instanceof Error && error.message.includes("acquire a postgres advisory lock");
}

/** The engine appends a trace of its own functions, which says nothing to the person at the terminal. */
function firstPart(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split(/\n\s+0: /)[0] ?? message).trim();
}
