import { fileURLToPath } from "node:url";
import { createTestDatabase, startTestPostgres, type TestDatabase } from "@rejoin/server/testing";
import { ServerProcess } from "@rejoin/testkit";

/** The checkout. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** As people run it, but that whoever fills a room quickly is not taken for a flood, and that no table closes meanwhile. */
const SETTINGS = {
  NODE_ENV: "production",
  LOG_LEVEL: "warn",
  COUNTDOWN_MS: "0",
  COMMANDS_PER_SECOND: "1000000",
  CLOSE_EMPTY_MS: "86400000",
};

/** The real server in production mode, on a Postgres of its own, with nothing in it. All of it ends when it is disposed. */
export class Production implements AsyncDisposable {
  readonly server: ServerProcess;
  readonly #database: TestDatabase;
  readonly #postgres: { stop(): Promise<void> };

  private constructor(server: ServerProcess, database: TestDatabase, postgres: { stop(): Promise<void> }) {
    this.server = server;
    this.#database = database;
    this.#postgres = postgres;
  }

  /** @throws with the server's output, when it does not start */
  static async start(): Promise<Production> {
    const postgres = await startTestPostgres((line) => console.log(line));
    const database = await createTestDatabase();
    const server = await ServerProcess.start({ root, env: { ...SETTINGS, DATABASE_URL: database.url } });
    return new Production(server, database, postgres);
  }

  get url(): string {
    return this.server.url;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.server.stop();
    await this.#database[Symbol.asyncDispose]();
    await this.#postgres.stop();
  }
}
