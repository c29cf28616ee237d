/**
 * Gives every room a new epoch: `npm run new-epoch`. For an operator who put back an older copy of the database in a way that
 * the server cannot notice by itself; docs/RETENTION.md says when.
 */
import { environmentWithFile, loadConfig } from "./config.js";
import { migrate } from "./database/migrate.js";
import { openDatabase } from "./database/open-database.js";
import { createPrismaClient, UNHURRIED_MS } from "./database/prisma.js";
import { renewEpochs } from "./log/epochs.js";

const database = await openDatabase(loadConfig(environmentWithFile()), console.log);
try {
  await migrate(database.url);
  const prisma = createPrismaClient({
    url: database.url,
    poolSize: 1,
    onError: console.error,
    answerMs: UNHURRIED_MS,
  });
  console.log(`Rooms that begin a new epoch: ${await renewEpochs(prisma)}.`);
  await prisma.$disconnect();
} finally {
  await database.stop();
}
