// Kills and removes what it was told of, once its input ends: that is when whoever started it is gone, however it went.
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { createInterface } from "node:readline";

const pids = new Set();
const folders = new Set();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => undefined);

for await (const line of createInterface({ input: process.stdin })) {
  const [verb = "", ...rest] = line.split(" ");
  const what = rest.join(" ");
  if (verb === "process") pids.add(Number(what));
  if (verb === "ended") pids.delete(Number(what));
  if (verb === "folder") folders.add(what);
  if (verb === "removed") folders.delete(what);
}

for (const pid of pids) attempt(() => process.kill(pid, "SIGKILL"));
// First all disks and then all files: one of the folders may hold another one's disk.
for (const folder of folders) attempt(() => execFileSync("umount", ["-l", folder], { stdio: "ignore" }));
for (const folder of folders)
  attempt(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }));

/** @param {() => unknown} what */
function attempt(what) {
  try {
    what();
  } catch {
    // It is gone already.
  }
}
