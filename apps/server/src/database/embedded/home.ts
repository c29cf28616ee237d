import { createHash } from "node:crypto";
import { constants, existsSync } from "node:fs";
import {
  access,
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Account, postgresAccount } from "./account.js";
import { runAs } from "./run-as.js";

/** Where one embedded Postgres lives, and whom it runs as. Everything below `folder` belongs to that account. */
export interface PostgresHome {
  folder: string;
  /** Undefined: as ourselves. */
  account: Account | undefined;
}

/** Where root puts a database whose own folder the account that Postgres runs as cannot reach. */
const systemFolder = "/var/lib/rejoin";

/**
 * Decides where the database of `dataDir` is: where it was put before, else below `dataDir`, else (for root, when
 * the account that Postgres runs as cannot get there) below /var/lib. `dataDir` then holds a file that says where.
 * Call it while holding the start lock.
 * @throws when there is no such place, with a sentence that says what to do
 */
export async function postgresHome(dataDir: string): Promise<PostgresHome> {
  const pointer = join(dataDir, "postgres-is-in");
  const elsewhere = (await readFile(pointer, "utf8").catch(() => "")).trim();
  const folder = existsSync(elsewhere) ? elsewhere : join(dataDir, "postgres");
  const account = await postgresAccount(holdsCluster(folder) ? clusterData(folder) : undefined);
  await prepare(folder, account);
  if (await canUse(folder, account)) return { folder, account };
  if (account === undefined || holdsCluster(folder)) throw new Error(unreachable(folder, account));
  await rm(folder, { recursive: true });
  return { folder: await moveOut(dataDir, pointer, account), account };
}

/** The files of the database inside a home. */
export function clusterData(home: string): string {
  return join(home, "cluster", "data");
}

function holdsCluster(home: string): boolean {
  return existsSync(clusterData(home));
}

async function prepare(folder: string, account: Account | undefined): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (account !== undefined) await chown(folder, account.uid, account.gid);
}

async function moveOut(dataDir: string, pointer: string, account: Account): Promise<string> {
  const name = createHash("sha256").update(dataDir).digest("hex").slice(0, 12);
  await mkdir(systemFolder, { recursive: true });
  await chmod(systemFolder, 0o755);
  const folder = await mkdtemp(join(systemFolder, `${name}-`));
  await prepare(folder, account);
  if (!(await canUse(folder, account))) throw new Error(unreachable(folder, account));
  // Renamed into place, because a half-written pointer would hide the database.
  await writeFile(`${pointer}.new`, `${folder}\n`);
  await rename(`${pointer}.new`, pointer);
  return folder;
}

async function canUse(folder: string, account: Account | undefined): Promise<boolean> {
  if (account !== undefined) {
    // Folders that are shared with another system may pretend to change their owner, and Postgres insists on it.
    const belongs = (await stat(folder)).uid === account.uid;
    return belongs && (await runAs(account, "/bin/sh", ["-c", 'cd "$0"', folder])).ok;
  }
  return access(folder, constants.R_OK | constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
}

function unreachable(folder: string, account: Account | undefined): string {
  const who = account === undefined ? "you" : `the user with id ${account.uid}, whom Postgres runs as`;
  return (
    `The database folder ${folder} cannot be used by ${who}. ` +
    `Open it and the folders above it (${dirname(folder)}), set DATA_DIR to another one, or set DATABASE_URL.`
  );
}
