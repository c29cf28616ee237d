import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

/**
 * Runs `work` with Prisma's own schema engine, the one behind `prisma migrate`, as the WebAssembly that comes from npm.
 * The stock command downloads a program for this, which a machine without that download cannot do.
 * @param url the database it works on
 * @throws Error with the engine's or the database's own message
 */
export async function withSchemaEngine<T>(
  url: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loading ??= load();
  await loading;
  // One connection that is never given back: the engine's advisory lock belongs to a connection.
  const pool = new pg.Pool({
    connectionString: url,
    application_name: "rejoin migrations",
    max: 1,
    idleTimeoutMillis: 0,
  });
  try {
    const adapters = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool, errorsAreThrown));
    const engine = await glue.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapters);
    return await work(engine).finally(() => engine.free());
  } finally {
    // The engine leaves its connection open, and with it its advisory lock.
    await pool.end();
  }
}

const errorsAreThrown = { onPoolError: () => undefined, onConnectionError: () => undefined };

let loading: Promise<void> | undefined;

async function load(): Promise<void> {
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(join(entry, "..", "schema_engine_bg.wasm"));
  // The package's own entry imports the .wasm file as a module, which Node does only behind a flag.
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": { ...glue } });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}
