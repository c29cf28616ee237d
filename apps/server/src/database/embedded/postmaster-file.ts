import { execFile } from "node:child_process";
import { chown, readFile, readlink, realpath, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Account } from "./account.js";

/** What Postgres writes about itself into its data folder while it runs (and leaves there when it is killed). */
export interface PostmasterFile {
  pid: number;
  /** Undefined while it has not come that far. */
  port: number | undefined;
}

/** @returns undefined when there is none, or it is not complete enough to name a process */
export async function readPostmasterFile(data: string): Promise<PostmasterFile | undefined> {
  const lines = (await readFile(pathIn(data), "utf8").catch(() => "")).split("\n");
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3]) || undefined };
}

/**
 * Whether process `pid` is a Postgres of this data folder, and not a later process that got the same number.
 * Postgres works in its data folder, which Linux shows; elsewhere the command line is looked at.
 */
export async function isPostgresOf(data: string, pid: number): Promise<boolean> {
  if (process.platform === "linux") {
    const workingIn = await readlink(`/proc/${pid}/cwd`).catch(() => "");
    return workingIn !== "" && workingIn === (await realpath(data));
  }
  const { stdout } = await promisify(execFile)("ps", ["-o", "command=", "-p", String(pid)]).catch(() => ({
    stdout: "",
  }));
  return stdout.includes(data);
}

/**
 * Lets Postgres start although an old file stands in the way: one that was never filled, or one that names a living
 * process which is not a Postgres of this folder. Postgres refuses to start while the process named there lives,
 * unless that is its own parent. So our number is written in the first line, and all the rest stays for Postgres to
 * check (shared memory that is still in use, for one). Call it while holding the start lock.
 */
export async function disownPostmasterFile(data: string, account: Account | undefined): Promise<void> {
  const text = await readFile(pathIn(data), "utf8").catch(() => undefined);
  if (text === undefined) return;
  const [pid, ...rest] = text.split("\n");
  if (!Number(pid)) return rm(pathIn(data), { force: true });
  const replacement = `${pathIn(data)}.new`;
  await writeFile(replacement, [String(process.pid), ...rest].join("\n"), { mode: 0o600 });
  if (account !== undefined) await chown(replacement, account.uid, account.gid);
  await rename(replacement, pathIn(data));
}

function pathIn(data: string): string {
  return join(data, "postmaster.pid");
}
