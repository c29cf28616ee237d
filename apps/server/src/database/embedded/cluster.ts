import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chown, mkdtemp, open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { clusterData, type PostgresHome } from "./home.js";
import { runAs } from "./run-as.js";
import { initdbArguments } from "./settings.js";

/** The files of a database, and the password of its one user. */
export interface Cluster {
  data: string;
  password: string;
}

/**
 * Finds the database in a home, or makes an empty one. It is made under another name and renamed when it is complete,
 * so one that a crash left half made is never used. Call it while holding the start lock.
 * @param binaries the folder that holds Postgres's `bin`
 */
export async function ensureCluster(
  home: PostgresHome,
  binaries: string,
  log: (line: string) => void,
): Promise<Cluster> {
  const data = clusterData(home.folder);
  const finished = join(home.folder, "cluster");
  if (!existsSync(data)) {
    await removeUnfinished(home.folder);
    log("Preparing an empty database, once.");
    const unfinished = await createCluster(home, binaries);
    await rename(unfinished, finished);
    await syncFolder(home.folder);
  }
  return { data, password: (await readFile(join(finished, "password"), "utf8")).trim() };
}

async function createCluster({ folder, account }: PostgresHome, binaries: string): Promise<string> {
  const unfinished = await mkdtemp(join(folder, "unfinished-"));
  const passwordFile = join(unfinished, "password");
  await writeFile(passwordFile, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600, flush: true });
  for (const path of account ? [unfinished, passwordFile] : [])
    await chown(path, account?.uid ?? 0, account?.gid ?? 0);
  const initdb = join(binaries, "bin", "initdb");
  const { ok, output } = await runAs(
    account,
    initdb,
    initdbArguments(join(unfinished, "data"), passwordFile),
  );
  if (!ok)
    throw new Error(
      `Postgres could not prepare a database in ${folder}: ${output}. Set DATABASE_URL to another.`,
    );
  return unfinished;
}

async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith("unfinished-")) await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** A rename survives a power cut only when the folder that holds the name was written too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}
