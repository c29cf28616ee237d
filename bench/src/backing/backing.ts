import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { cpuSeconds, cpuSecondsOfFamily, parentOf, programOf } from "../measure/proc.js";
import type { Held } from "./backing-process.js";
import { PostgresServer } from "./postgres-server.js";

/** A Redis, and its process where it runs here. */
export interface Redis {
  url: string;
  pid: number | undefined;
}

export interface BackingOptions {
  /** Where the run keeps its files. It is gone when this is disposed, or the run is killed. */
  folder: string;
  /** A Postgres that is there already: `DATABASE_URL`. */
  databaseUrl: string | undefined;
  /** A Redis that is there already: `REDIS_URL`. */
  redisUrl: string | undefined;
  wantsRedis: boolean;
}

/** What servers stand on: one Postgres and one Redis for the whole run, with nothing of one server left for the next. */
export class Backing implements AsyncDisposable {
  readonly postgres: PostgresServer;
  /** Null where there is none. */
  readonly redis: Redis | null;
  readonly #holder: ChildProcess;
  readonly #postmaster: number | undefined;

  private constructor(parts: {
    postgres: PostgresServer;
    redis: Redis | null;
    holder: ChildProcess;
    postmaster: number | undefined;
  }) {
    this.postgres = parts.postgres;
    this.redis = parts.redis;
    this.#holder = parts.holder;
    this.#postmaster = parts.postmaster;
  }

  static async start({ folder, databaseUrl, redisUrl, wantsRedis }: BackingOptions): Promise<Backing> {
    const program = fileURLToPath(new URL("backing-process.ts", import.meta.url));
    const wanted = [
      ...(databaseUrl === undefined ? ["postgres"] : []),
      ...(wantsRedis && redisUrl === undefined ? ["redis"] : []),
    ];
    const holder = fork(program, [folder, ...wanted]);
    const held = await heldBy(holder);
    const postgres = new PostgresServer(databaseUrl ?? held.postgres?.url ?? "");
    const redis = redisUrl ? { url: redisUrl, pid: undefined } : held.redis;
    const postmaster = held.postgres?.pid ?? (await localPostmaster(postgres));
    return new Backing({ postgres, redis, holder, postmaster });
  }

  /** Processor seconds used until now. NaN where it cannot be seen from here. */
  cpu(): { postgres: number; redis: number } {
    return {
      postgres: this.#postmaster === undefined ? Number.NaN : cpuSecondsOfFamily(this.#postmaster),
      redis: this.redis?.pid === undefined ? Number.NaN : cpuSeconds(this.redis.pid),
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = once(this.#holder, "exit");
    if (this.#holder.connected) this.#holder.disconnect();
    await ended;
  }
}

async function heldBy(holder: ChildProcess): Promise<Held> {
  const [held] = await Promise.race([
    once(holder, "message"),
    once(holder, "exit").then(() => {
      throw new Error("Postgres could not be started; the reason is above.");
    }),
  ]);
  return held as Held;
}

/** The first process of a Postgres that runs on this machine: the parent of any of its connections. */
async function localPostmaster(postgres: PostgresServer): Promise<number | undefined> {
  const backend = await postgres.backendPid();
  const parent = backend === undefined ? Number.NaN : parentOf(backend);
  // One that runs in a container, or behind a tunnel, counts its processes elsewhere.
  return programOf(parent).startsWith("postgres") ? parent : undefined;
}
