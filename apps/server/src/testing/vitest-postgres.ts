import { startTestPostgres } from "./test-postgres.js";

/** Vitest's global setup: one Postgres for the whole run. The returned function takes it down again. */
export default async function setup(): Promise<() => Promise<void>> {
  const postgres = await startTestPostgres((line) => console.log(line));
  return () => postgres.stop();
}
