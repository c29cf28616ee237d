import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism, cpus, loadavg, totalmem, type } from "node:os";

const GIB = 1_073_741_824;

/** What the figures were made on. */
export function machine(): Record<string, string | number> {
  return {
    processors: availableParallelism(),
    model: cpus()[0]?.model.trim() ?? "unknown",
    "memory GiB": Math.round(totalmem() / GIB),
    system: type(),
    node: process.version,
    "load before": Number((loadavg()[0] ?? 0).toFixed(2)),
  };
}

/** What is compared, as it is installed. */
export function versions(): Record<string, string> {
  const names = ["socket.io", "@socket.io/redis-streams-adapter", "@colyseus/core", "ws", "pg", "redis"];
  return Object.fromEntries(names.map((name) => [name, versionOf(name)]));
}

function versionOf(name: string): string {
  const main = createRequire(import.meta.url).resolve(name);
  // Not every package lets its package.json be asked for by name.
  const folder = main.slice(0, main.lastIndexOf(`node_modules/${name}/`) + `node_modules/${name}/`.length);
  return String(JSON.parse(readFileSync(`${folder}package.json`, "utf8")).version);
}
