/**
 * Keeps our own Postgres running while `npm run dev` does, so that a restart of the server does not wait for it.
 * It lets go when its input ends, which also happens when whoever started it is killed.
 */
import { environmentWithFile, loadConfig } from "../config.js";
import { startEmbeddedPostgres } from "./embedded-postgres.js";

const { databaseUrl, dataDir } = loadConfig(environmentWithFile());

if (databaseUrl === undefined) {
  // Ctrl+C reaches everybody at once, and the server wants to finish with its database first.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => undefined);
  const database = await startEmbeddedPostgres({ dataDir, log: (line) => console.log(line) });
  process.stdin.resume().once("close", () => void database.stop());
}
