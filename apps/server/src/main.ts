import { pino } from "pino";
import { type Config, ConfigError, environmentWithFile, loadConfig } from "./config.js";
import { connectWithRetry, DatabaseUnavailable } from "./database/connect-with-retry.js";
import { startEmbeddedPostgres } from "./database/embedded-postgres.js";
import { MigrationFailed, migrate } from "./database/migrate.js";
import { createPrismaClient } from "./database/prisma.js";
import { createServer } from "./server.js";

/** A server that is asked to stop must be gone after this, whatever hangs, in milliseconds. */
const STOP_WITHIN_MS = 10_000;

const say = (line: string): void => console.log(line);

/** The process: settings, database, server, signals. */
async function main(): Promise<void> {
  const config = loadConfig(environmentWithFile());
  const database = await openDatabase(config);
  try {
    await serve(config, database);
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function serve(config: Config, database: Database): Promise<void> {
  const migrations = await migrate(database.url);
  if (migrations.length > 0) say(`Database migrated: ${migrations.join(", ")}.`);

  const logger = pino({ level: config.logLevel, base: null });
  const prisma = createPrismaClient({
    url: database.url,
    poolSize: config.databasePool,
    onError: (error) => logger.warn({ err: error }, "a database connection broke"),
  });
  const server = await createServer(config, prisma, logger);
  stopOnSignal(async () => {
    await server.close();
    await prisma.$disconnect();
    await database.stop();
  });
  const address = await server.listen().catch((error: unknown) => {
    throw cannotListen(error, config);
  });
  say(`\n  Rejoin is ready: ${address}\n`);
}

interface Database {
  url: string;
  stop(): Promise<void>;
}

async function openDatabase({ databaseUrl, dataDir }: Config): Promise<Database> {
  if (databaseUrl === undefined) return startEmbeddedPostgres({ dataDir, log: say });
  await connectWithRetry(databaseUrl, { log: say });
  return { url: databaseUrl, stop: async () => undefined };
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

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = (signal: string) => {
    if (stopping) return;
    stopping = true;
    say(`${signal}: finishing what is under way.`);
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on("SIGTERM", onSignal);
  process.on("SIGINT", onSignal);
}

function fail(error: unknown): never {
  const isExpected =
    error instanceof ConfigError || error instanceof DatabaseUnavailable || error instanceof MigrationFailed;
  console.error(isExpected ? error.message : error);
  process.exit(1);
}

main().catch(fail);
