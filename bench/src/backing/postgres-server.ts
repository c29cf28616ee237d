import { randomBytes } from "node:crypto";
import pg from "pg";

/** A database for one life of one server. It is dropped when it is disposed. */
export interface Database extends AsyncDisposable {
  url: string;
}

/** A Postgres in which databases can be made. */
export class PostgresServer {
  readonly #url: string;

  /** @param url of any database in it, with a user who may make others */
  constructor(url: string) {
    this.#url = url;
  }

  /** Makes an empty database. What others left to be written is written first, so that nobody pays for it. */
  async createDatabase(): Promise<Database> {
    const name = `rejoin_bench_${randomBytes(6).toString("hex")}`;
    await this.#do(`CREATE DATABASE ${name} TEMPLATE template0`);
    await this.settle();
    const url = new URL(this.#url);
    url.pathname = `/${name}`;
    const drop = () => this.#do(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    return { url: url.href, [Symbol.asyncDispose]: drop };
  }

  /** Writes to disk what waits for it. A user who may not ask for that goes without. */
  async settle(): Promise<void> {
    await this.#do("CHECKPOINT").catch(() => undefined);
  }

  /** The process of a connection, where it runs on this machine; undefined elsewhere. */
  async backendPid(): Promise<number | undefined> {
    if (!["127.0.0.1", "localhost", "[::1]", ""].includes(new URL(this.#url).hostname)) return undefined;
    return this.#on(async (client) => {
      const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
      return rows[0]?.pid;
    });
  }

  async #do(sql: string): Promise<void> {
    await this.#on((client) => client.query(sql));
  }

  async #on<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
    const client = new pg.Client({ connectionString: this.#url });
    client.on("error", () => undefined);
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }
}
