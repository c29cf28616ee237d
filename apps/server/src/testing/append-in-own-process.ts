/**
 * A process that appends to rooms while others do, for tests of many servers on one log. Called with the database's
 * address, the actor, how many appends, a seed, and the rooms; says `ready`, waits for a line, appends, and prints what
 * was acknowledged as JSON.
 */
import { once } from "node:events";
import { createPrismaClient } from "../database/prisma.js";
import { PostgresLog } from "../log/postgres-log.js";
import { appendAtRandom } from "./racing-appender.js";

const [url = "", actor = "", count = "0", seed = "0", ...rooms] = process.argv.slice(2);
const prisma = createPrismaClient({ url, poolSize: 4, onError: () => undefined });
const log = new PostgresLog(prisma);
await log.heads(rooms);
console.log("ready");
// Whoever started this may be gone before it says go.
process.stdin.once("end", () => process.exit(1));
await once(process.stdin, "data");
let conflicts = 0;
// Several at once, so that its group commit has something to gather.
const acknowledged = await Promise.all(
  [1, 2, 3, 4].map((part) =>
    appendAtRandom(log, rooms, actor, {
      count: Math.ceil(Number(count) / 4),
      seed: Number(seed) * 10 + part,
      conflict: () => {
        conflicts += 1;
      },
    }),
  ),
);
console.log(JSON.stringify({ acknowledged: acknowledged.flat(), conflicts }));
await prisma.$disconnect();
process.exit(0);
