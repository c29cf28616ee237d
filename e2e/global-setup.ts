import { startTestPostgres } from "@rejoin/server/testing";

/** One Postgres for the whole run. The workers find it through the environment; the returned function takes it down. */
export default async function setup(): Promise<() => Promise<void>> {
  const postgres = await startTestPostgres((line) => console.log(line));
  return () => postgres.stop();
}
