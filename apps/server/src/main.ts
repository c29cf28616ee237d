import { pino } from "pino";
import { type Config, ConfigError, environmentWithFile, loadConfig } from "./config.js";
import { DatabaseHealth } from "./database/database-health.js";
import { DatabaseUnavailable } from "./database/database-unavailable.js";
import { MigrationFailed, migrate } from "./database/migrate.js";
import { openDatabase } from "./database/open-database.js";
import { createPrismaClient } from "./database/prisma.js";
import { failpointsOf } from "./failpoints.js";
import { lookForRestore } from "./look-for-restore.js";
import { createServer } from "./server.js";
import { Stopping } from "./stopping.js";

const say = (line: string): void => console.log(line);

/** The process: settings, database, server, signals. */
async function main(): Promise<void> {
  const stopping = new Stopping((signal) => say(`${signal}: finishing what is under way.`));
  try {
    await start(stopping);
    await stopping.untilAsked();
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
  } finally {
    await stopping.undo((error) => console.error(error));
  }
}

async function start(stopping: Stopping): Promise<void> {
  const env = environmentWithFile();
  const config = loadConfig(env);
  const failpoints = failpointsOf(env);
  const database = await stopping.begin(
    () => openDatabase(config, say, stopping.signal),
    ({ stop }) => stop(),
  );
  const migrations = await migrate(database.url);
  if (migrations.length > 0) say(`Database migrated: ${migrations.join(", ")}.`);
  stopping.signal.throwIfAborted();

  const logger = pino({ level: config.logLevel, base: null });
  const onError = (error: Error) => logger.warn({ err: error }, "a database connection broke");
  await lookForRestore({ url: database.url, onError }, say, stopping.signal);
  stopping.signal.throwIfAborted();
  const health = new DatabaseHealth();
  const prisma = await stopping.begin(
    async () => createPrismaClient({ url: database.url, poolSize: config.databasePool, onError, health }),
    (client) => client.$disconnect(),
  );
  const server = await stopping.begin(
    () => createServer(config, prisma, logger, failpoints, health),
    (begun) => begun.close(),
  );
  const address = await server.listen().catch((error: unknown) => {
    throw cannotListen(error, config);
  });
  say(`\n  Rejoin is ready: ${address}\n`);
}

function cannotListen(error: unknown, { host, port }: Config): unknown {
  const { code } = error as { code?: unknown };
  switch (code) {
    case "EADDRINUSE":
      return new ConfigError(
        `PORT ${port} is in use on ${host}. Stop what uses it, or set PORT to another one.`,
      );
    case "EACCES":
      return new ConfigError(`PORT ${port} may not be opened by this user. Set PORT to one above 1023.`);
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return new ConfigError(`HOST must be an address of this machine, but it is ${JSON.stringify(host)}.`);
    default:
      return error;
  }
}

function fail(error: unknown): never {
  const isExpected =
    error instanceof ConfigError || error instanceof DatabaseUnavailable || error instanceof MigrationFailed;
  console.error(isExpected ? error.message : error);
  process.exit(1);
}

main().then(() => process.exit(0), fail);
