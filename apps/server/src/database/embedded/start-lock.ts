import { readFileSync } from "node:fs";
import { open, readFile, rename, rm } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";

/** After this long a holder that writes nothing is taken for dead even if its process lives, in milliseconds. */
const waitAtMostMs = 120_000;

/**
 * Runs `work` while no other process runs work under the same lock file. A lock left by a process that died is taken
 * over. It saves double work and noise; what must never happen twice is also guarded by Postgres or by a rename.
 * @param onWait called once when another process holds the lock
 */
export async function withStartLock<T>(path: string, onWait: () => void, work: () => Promise<T>): Promise<T> {
  const mine = `${process.pid} ${processStart(process.pid)} ${crypto.randomUUID()}\n`;
  const deadline = performance.now() + waitAtMostMs;
  for (let waits = 0; !(await take(path, mine)); waits += 1) {
    const holder = await readFile(path, "utf8").catch(() => "");
    // Whoever was killed between making the file and writing into it left it empty.
    const dead = holder === "" ? waits > 250 : !isAlive(holder);
    if (dead || performance.now() > deadline) await putAside(path, holder);
    else if (waits === 10) onWait();
    await delay(20);
  }
  try {
    return await work();
  } finally {
    if ((await readFile(path, "utf8").catch(() => "")) === mine) await rm(path, { force: true });
  }
}

async function take(path: string, content: string): Promise<boolean> {
  try {
    const file = await open(path, "wx", 0o600);
    await file.writeFile(content);
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Renamed first and looked at again, because somebody else may have taken the dead one's place meanwhile. */
async function putAside(path: string, expected: string): Promise<void> {
  const aside = `${path}.${crypto.randomUUID()}`;
  await rename(path, aside).catch(() => undefined);
  const found = await readFile(aside, "utf8").catch(() => expected);
  if (found === expected) await rm(aside, { force: true });
  else await rename(aside, path).catch(() => undefined);
}

function isAlive(holder: string): boolean {
  const [pid = "", started = ""] = holder.trim().split(" ");
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    // Not permitted means that it exists.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  return processStart(Number(pid)) === started;
}

/** When a process started, in the kernel's own ticks: it tells a process from a later one with the same number. */
function processStart(pid: number): string {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in parentheses may hold spaces; the start is the 20th field after it.
    return fields.slice(fields.lastIndexOf(")") + 2).split(" ")[19] ?? "unknown";
  } catch {
    return "unknown";
  }
}
