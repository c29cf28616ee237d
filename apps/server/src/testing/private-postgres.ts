import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, open, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { installedPostgres, usablePostgres } from "../database/embedded/binaries.js";
import { type Cluster, ensureCluster } from "../database/embedded/cluster.js";
import { claim, connectTo, databaseUrl } from "../database/embedded/connection.js";
import { type PostgresHome, postgresHome } from "../database/embedded/home.js";
import { plainEnvironment, runAs } from "../database/embedded/run-as.js";
import { databaseName, postgresArguments } from "../database/embedded/settings.js";
import { SmallDisk } from "./small-disk.js";

export interface PrivatePostgresOptions {
  /** An empty folder of its own, as an absolute path. */
  dataDir: string;
  /** The size of a disk that is made for its tables, in MB, so that it can be full; 0 for none. */
  diskMegabytes?: number;
  /** Hears of each process that must not outlive us. */
  spawned?: (pid: number) => void;
}

interface Parts {
  home: PostgresHome;
  cluster: Cluster;
  binaries: string;
  disk: SmallDisk | null;
  spawned: (pid: number) => void;
}

const ANSWERS_WITHIN_MS = 120_000;

/**
 * A Postgres that nobody else uses, for tests of what happens when it fails: it can be stopped, frozen, cut off and filled,
 * and comes back only when it is told to.
 */
export class PrivatePostgres implements AsyncDisposable {
  /** The same over restarts. */
  readonly port: number;
  readonly #parts: Parts;
  #child: ChildProcess | null = null;
  #frozen: number[] = [];

  private constructor(parts: Parts, port: number) {
    this.#parts = parts;
    this.port = port;
  }

  static async start(options: PrivatePostgresOptions): Promise<PrivatePostgres> {
    const { dataDir, diskMegabytes = 0, spawned = () => {} } = options;
    await mkdir(dataDir, { recursive: true, mode: 0o755 });
    const home = await postgresHome(dataDir);
    const binaries = await usablePostgres(installedPostgres(), home.account, join(home.folder, ".."));
    const disk = diskMegabytes > 0 ? await SmallDisk.mount(home.folder, diskMegabytes, home.account) : null;
    const cluster = await ensureCluster(home, binaries, () => {});
    if (disk) await moveJournal(home, cluster);
    const postgres = new PrivatePostgres({ home, cluster, binaries, disk, spawned }, await quietPort());
    await postgres.revive();
    return postgres;
  }

  /** The address of the servers' database, which is empty at first. The same over restarts. */
  get url(): string {
    return databaseUrl(this.#parts.cluster, this.port);
  }

  /** The disk that its tables are on, where one was wanted and this machine lets us make one. */
  get disk(): SmallDisk | null {
    return this.#parts.disk;
  }

  /** Everything that is to be removed when it is gone. */
  get folders(): string[] {
    const { folder } = this.#parts.home;
    return [folder, journalOf(folder)];
  }

  get isRunning(): boolean {
    return this.#child?.exitCode === null && this.#child.signalCode === null;
  }

  /** Stops it as a crash would: nobody is told, nothing is finished. Resolves when it is gone. */
  async crash(): Promise<void> {
    this.thaw();
    const child = this.#child;
    if (!child || !this.isRunning) return;
    const exited = once(child, "exit");
    child.kill("SIGQUIT");
    await exited;
  }

  /** Starts it where it does not run. @returns when it accepts connections, after whatever recovery takes */
  async revive(): Promise<void> {
    const deadline = performance.now() + ANSWERS_WITHIN_MS;
    for (;;) {
      if (!this.isRunning) await this.#spawn();
      const client = await connectTo(this.#parts.cluster, this.port);
      if (typeof client !== "string") {
        await claim(client);
        await client.end();
        return;
      }
      if (performance.now() > deadline) throw new Error("Postgres does not come back.");
      await delay(10);
    }
  }

  /** Stops every process of it where it stands, until `thaw`. Connections stay open, and nothing answers. */
  async freeze(): Promise<void> {
    const others = await this.ask<{ pid: number }>("SELECT pid FROM pg_stat_activity");
    this.#frozen = [this.#child?.pid ?? 0, ...others.map(({ pid }) => pid)].filter((pid) => pid > 0);
    for (const pid of this.#frozen) signal(pid, "SIGSTOP");
  }

  thaw(): void {
    for (const pid of this.#frozen.splice(0)) signal(pid, "SIGCONT");
  }

  /** Ends every connection to the servers' database. @returns how many */
  async terminateBackends(): Promise<number> {
    const others = `datname = '${databaseName}' AND pid <> pg_backend_pid()`;
    const ended = await this.ask(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${others}`);
    return ended.length;
  }

  /** Refuses every write, as a server does that is a standby for the time being. */
  async setReadOnly(isReadOnly: boolean): Promise<void> {
    await this.ask(`ALTER SYSTEM SET default_transaction_read_only = ${isReadOnly ? "on" : "off"}`);
    await this.ask("SELECT pg_reload_conf()");
  }

  /** Asks the servers' database something, over a connection of its own. */
  async ask<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.url, connectionTimeoutMillis: 10_000 });
    client.on("error", () => undefined);
    try {
      await client.connect();
      return (await client.query<Row>(sql, values)).rows;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /** Ends it, and removes its files. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.crash();
    await this.#parts.disk?.unmount();
    for (const folder of this.folders) await rm(folder, { recursive: true, force: true });
  }

  async #spawn(): Promise<void> {
    const { home, cluster, binaries, spawned } = this.#parts;
    const output = await open(join(home.folder, "postgres.log"), "a", 0o600);
    const child = spawn(join(binaries, "bin", "postgres"), postgresArguments(cluster.data, this.port), {
      ...home.account,
      cwd: "/",
      env: plainEnvironment,
      detached: true,
      stdio: ["ignore", output.fd, output.fd],
    });
    await output.close();
    this.#child = child;
    if (child.pid !== undefined) spawned(child.pid);
  }
}

/** The journal stays on the real disk, so that a commit costs what it costs. */
async function moveJournal({ folder }: PostgresHome, { data }: Cluster): Promise<void> {
  const script =
    'mkdir -m 0700 "$1" && chown --reference="$0" "$1" && mv "$0/pg_wal" "$1" && ln -s "$1/pg_wal" "$0/pg_wal"';
  const moved = await runAs(undefined, "/bin/sh", ["-c", script, data, journalOf(folder)]);
  if (!moved.ok) throw new Error(`Postgres's journal could not be moved: ${moved.output}`);
}

function journalOf(folder: string): string {
  return `${folder}-journal`;
}

/** A free port that the system gives to nobody by itself, so that it is still free after a restart. */
async function quietPort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = 16_000 + Math.floor(Math.random() * 14_000);
    const probe = createServer();
    const free = await new Promise<boolean>((resolve) => {
      probe.once("error", () => resolve(false)).listen({ port, host: "127.0.0.1" }, () => resolve(true));
    });
    if (!free) continue;
    probe.close();
    await once(probe, "close");
    return port;
  }
  throw new Error("There is no free port between 16000 and 30000.");
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself meanwhile.
  }
}
