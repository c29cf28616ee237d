/**
 * A process that uses an embedded Postgres until it is killed or asked to end, for tests of what happens then.
 * Called with the data folder; prints every line of the log, and then `url <address>`.
 */
import { startEmbeddedPostgres } from "../database/embedded-postgres.js";

const [dataDir = ""] = process.argv.slice(2);
const database = await startEmbeddedPostgres({ dataDir, log: (line) => console.log(line) });
process.once("SIGTERM", () => void database.stop().then(() => process.exit(0)));
console.log(`url ${database.url}`);
