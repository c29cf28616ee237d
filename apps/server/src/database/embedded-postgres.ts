import { constants, existsSync } from "node:fs";
import { access, mkdir, realpath } from "node:fs/promises";
import { dirname, join } from "node:path";
import { DatabaseUnavailable } from "./database-unavailable.js";
import { installedPostgres, usablePostgres } from "./embedded/binaries.js";
import { ensureCluster } from "./embedded/cluster.js";
import { claim, databaseUrl, release } from "./embedded/connection.js";
import { postgresHome } from "./embedded/home.js";
import { keepRunning } from "./embedded/keep-running.js";
import { ensureRunning, type Postmaster, type Running, stopPostmaster } from "./embedded/postmaster.js";
import { withStartLock } from "./embedded/start-lock.js";

export interface EmbeddedPostgresOptions {
  /** Where the database is kept, as an absolute path. */
  dataDir: string;
  /** Hears, in sentences, what takes long or is worth knowing. */
  log: (line: string) => void;
}

export interface EmbeddedPostgres {
  /** The address of a database named `rejoin`, password included. */
  url: string;
  /** Lets go of the database; the last server that does so stops it. */
  stop(): Promise<void>;
}

/**
 * Starts the Postgres that came with the packages, or joins the one that already runs on the same folder. As long as
 * it is in use it is brought back when it goes away. When this process is killed Postgres stays, and the next start
 * finds it.
 * @throws {DatabaseUnavailable}
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  try {
    return await start(options);
  } catch (error) {
    throw new DatabaseUnavailable(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

async function start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log } = options;
  const dataDir = await writableFolder(options.dataDir);
  const underLock = <T>(work: () => Promise<T>) =>
    withStartLock(
      join(dataDir, "postgres.lock"),
      () => log("Waiting for another start of the same database."),
      work,
    );

  const { postmaster, running } = await underLock(async () => {
    const ready = await prepare(dataDir, log);
    return { postmaster: ready, running: await runAndClaim(ready) };
  });
  const url = databaseUrl(postmaster.cluster, running.port);
  const hold = keepRunning(running, log, () => underLock(() => runAndClaim(postmaster)));
  return {
    url,
    stop: () =>
      hold.letGo((client) =>
        underLock(async () => {
          const alone = await release(client).catch(() => false);
          await client.end().catch(() => undefined);
          if (alone) await stopPostmaster(postmaster);
        }),
      ),
  };
}

async function writableFolder(path: string): Promise<string> {
  try {
    await makeFolder(path);
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return await realpath(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The data folder ${path} cannot be used (${reason}). Set DATA_DIR to another one.`);
  }
}

/** As `mkdir -p`. Node's own never comes back from a file system that takes no folders, such as /proc. */
async function makeFolder(path: string): Promise<void> {
  if (existsSync(path)) return;
  await makeFolder(dirname(path));
  await mkdir(path).catch((error: NodeJS.ErrnoException) => {
    // Another start may have made it meanwhile.
    if (error.code !== "EEXIST") throw error;
  });
}

async function prepare(dataDir: string, log: (line: string) => void): Promise<Postmaster> {
  const home = await postgresHome(dataDir);
  if (home.folder !== join(dataDir, "postgres")) log(`The database is kept in ${home.folder}.`);
  const copies = join(home.folder, "..");
  const binaries = await usablePostgres(installedPostgres(), home.account, copies);
  return { home, binaries, log, cluster: await ensureCluster(home, binaries, log) };
}

async function runAndClaim(postmaster: Postmaster): Promise<Running> {
  const running = await ensureRunning(postmaster);
  await claim(running.client);
  return running;
}
