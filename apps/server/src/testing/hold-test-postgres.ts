/**
 * Keeps the Postgres of the tests running while `npm test` does, and says where it is: `url <address>`.
 * It stops it when its input ends, which also happens when whoever started it is killed.
 */
import { startTestPostgres } from "./test-postgres.js";

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => undefined);
const postgres = await startTestPostgres((line) => console.error(line));
process.stdin.resume().once("close", () => void postgres.stop());
console.log(`url ${process.env.TEST_DATABASE_URL}`);
