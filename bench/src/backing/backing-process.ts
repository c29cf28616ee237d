/**
 * Holds the Postgres and the Redis of a run, and its folder, for as long as whoever started it lives: a run that is killed
 * outright leaves nothing behind. Called with the folder, and with what is wanted.
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { PrivatePostgres } from "@rejoin/server/testing";
import { startRedis } from "./redis-server.js";

/** What it says when everything is there. A null Redis was wanted and could not be found. */
export interface Held {
  postgres: { url: string; pid: number } | undefined;
  redis: { url: string; pid: number } | null;
}

const [folder = "", ...wanted] = process.argv.slice(2);
// Whoever started this says when it ends.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);
let isOver = false;
process.once("disconnect", () => {
  isOver = true;
});

let postmaster = 0;
const spawned = (pid: number): void => {
  postmaster = pid;
};
const postgres = wanted.includes("postgres")
  ? await PrivatePostgres.start({ dataDir: join(folder, "postgres"), spawned })
  : undefined;
const redis = wanted.includes("redis") ? await startRedis() : null;
const end = async (): Promise<void> => {
  await Promise.all([postgres?.[Symbol.asyncDispose](), redis?.stop()]);
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
};

if (isOver) await end();
process.once("disconnect", () => void end());
const held: Held = {
  postgres: postgres && { url: postgres.url, pid: postmaster },
  redis: redis && { url: redis.url, pid: redis.pid },
};
process.send?.(held);
