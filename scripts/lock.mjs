import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { scratch } from "./checkout.mjs";

/** Nothing that is done under a lock takes this long, in milliseconds. */
const tooOld = 20 * 60_000;

/**
 * Does something that only one command may do at a time in this checkout. A lock whose process is gone does not count.
 * @template T
 * @param {string} name
 * @param {string} whileWaiting what to say when another command holds the lock
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(name, whileWaiting, work) {
  mkdirSync(scratch, { recursive: true });
  const file = join(scratch, `${name}.lock`);
  let said = false;
  while (!take(file)) {
    if (isAbandoned(file)) rmSync(file, { force: true });
    else if (!said) console.log(whileWaiting);
    said = true;
    await delay(100);
  }
  const letGo = () => rmSync(file, { force: true });
  process.once("exit", letGo);
  try {
    return await work();
  } finally {
    process.off("exit", letGo);
    letGo();
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** @param {string} file */
function isAbandoned(file) {
  try {
    const age = Date.now() - statSync(file).mtimeMs;
    const pid = Number(readFileSync(file, "utf8"));
    return age > tooOld || (age > 1_000 && !isAlive(pid));
  } catch {
    return false;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
