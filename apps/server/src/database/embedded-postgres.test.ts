import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { postgresAccount } from "./embedded/account.js";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres.js";

// Each test makes a database on the disk, which takes its time where many things write at once.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

const isRoot = process.getuid?.() === 0;
let dataDir: string;
let lines: string[];
let opened: { stop(): Promise<unknown> }[];
let children: ChildProcess[];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "rejoin embedded-"));
  await chmod(dataDir, 0o755);
  lines = [];
  opened = [];
  children = [];
});

afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  for (const database of opened) await database.stop();
  // Whatever a test left running is joined and then stopped by its last user.
  if (existsSync(join(dataDir, "postgres")) || existsSync(join(dataDir, "postgres-is-in")))
    await (await start()).stop();
  const elsewhere = (await readFile(join(dataDir, "postgres-is-in"), "utf8").catch(() => "")).trim();
  for (const folder of [dataDir, elsewhere]) if (folder) await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedPostgres> {
  const database = await startEmbeddedPostgres({ dataDir, log: (line) => lines.push(line) });
  opened.push(database);
  return database;
}

async function startInOwnProcess(): Promise<{ child: ChildProcess; url: string; lines: string[] }> {
  const file = fileURLToPath(new URL("../testing/hold-embedded-postgres.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", "--conditions", "source", file, dataDir], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  const seen: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith("url ")) return { child, url: line.slice(4), lines: seen };
    seen.push(line);
  }
  throw new Error(`It ended without a database: ${seen.join(" ")}`);
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const startedAt = (url: string) => query(url, "SELECT pg_postmaster_start_time()::text AS at");
const systemOf = (url: string) => query(url, "SELECT system_identifier::text AS id FROM pg_control_system()");
const readNumbers = (url: string) => query(url, "SELECT n FROM kept ORDER BY n");

async function postmasterPid(): Promise<number> {
  const file = join(dataDir, "postgres", "cluster", "data", "postmaster.pid");
  return Number((await readFile(file, "utf8")).split("\n")[0]);
}

/** Kills a Postgres and all its children, as a crash of the machine would. */
async function killPostgres(): Promise<void> {
  process.kill(-(await postmasterPid()), "SIGKILL");
  await delay(50);
}

test("keeps what was written from one start to the next", async () => {
  const first = await start();
  await query(first.url, "CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)");
  await first.stop();
  await expect(query(first.url, "SELECT 1")).rejects.toThrow();
  const second = await start();
  expect(await readNumbers(second.url)).toEqual([{ n: 1 }]);
  expect(await query(second.url, "SHOW fsync")).toEqual([{ fsync: "on" }]);
  expect(await query(second.url, "SHOW synchronous_commit")).toEqual([{ synchronous_commit: "on" }]);
  await expect(query(second.url.replace(/:[^:@]+@/, ":wrong@"), "SELECT 1")).rejects.toThrow(/password/);
});

test("finds and uses the orphan of a killed server", async () => {
  const { child, url } = await startInOwnProcess();
  const before = await startedAt(url);
  child.kill("SIGKILL");
  await once(child, "exit");
  const database = await start();
  expect(database.url).toBe(url);
  expect(await startedAt(url)).toEqual(before);
  await database.stop();
  await expect(query(url, "SELECT 1")).rejects.toThrow();
});

test("recovers what was committed before everything was killed", async () => {
  const { child, url } = await startInOwnProcess();
  await query(url, "CREATE TABLE kept (n int); INSERT INTO kept VALUES (1), (2)");
  child.kill("SIGKILL");
  await killPostgres();
  expect(await readNumbers((await start()).url)).toEqual([{ n: 1 }, { n: 2 }]);
});

test("starts although the old Postgres's process id now belongs to a stranger", async () => {
  const { child } = await startInOwnProcess();
  child.kill("SIGKILL");
  const pidFile = join(dataDir, "postgres", "cluster", "data", "postmaster.pid");
  const stranger = spawn("sleep", ["60"], {
    ...(await postgresAccount(join(dataDir, "postgres"))),
    stdio: "ignore",
  });
  children.push(stranger);
  await killPostgres();
  const old = await readFile(pidFile, "utf8");
  await writeFile(pidFile, old.replace(/^\d+/, String(stranger.pid)));
  await query((await start()).url, "SELECT 1");
  expect(stranger.exitCode).toBeNull();
});

test("starts although the old Postgres left an empty file", async () => {
  const { child } = await startInOwnProcess();
  child.kill("SIGKILL");
  await killPostgres();
  await writeFile(join(dataDir, "postgres", "cluster", "data", "postmaster.pid"), "");
  await query((await start()).url, "SELECT 1");
});

test("lets two servers share one Postgres, and the last one stops it", async () => {
  const [first, second] = [await startInOwnProcess(), await start()];
  expect(second.url).toBe(first.url);
  first.child.kill("SIGTERM");
  await once(first.child, "exit");
  await query(second.url, "SELECT 1");
  await second.stop();
  await expect(query(second.url, "SELECT 1")).rejects.toThrow();
});

test("makes one database when several servers start for the first time at once", async () => {
  const [one, two, three] = await Promise.all([startInOwnProcess(), startInOwnProcess(), start()]);
  expect(await systemOf(two.url)).toEqual(await systemOf(one.url));
  expect([two.url, three.url]).toEqual([one.url, one.url]);
  const preparations = [...one.lines, ...two.lines, ...lines].filter((line) => line.startsWith("Preparing"));
  expect(preparations).toHaveLength(1);
});

test("begins again when the first start was killed half way", async () => {
  const file = fileURLToPath(new URL("../testing/hold-embedded-postgres.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", "--conditions", "source", file, dataDir], {
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  await delay(100);
  process.kill(-(child.pid ?? 0), "SIGKILL");
  await once(child, "exit");
  const left = await readdir(join(dataDir, "postgres"));
  expect(left.filter((name) => name.startsWith("unfinished-"))).toHaveLength(1);
  await query((await start()).url, "SELECT 1");
  expect((await readdir(join(dataDir, "postgres"))).toSorted()).toEqual(["cluster", "port", "postgres.log"]);
});

test("brings Postgres back on the same port when it dies under a living server", async () => {
  const database = await start();
  await query(database.url, "CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)");
  await killPostgres();
  await vi.waitFor(async () => expect(await readNumbers(database.url)).toEqual([{ n: 7 }]), {
    timeout: 10_000,
  });
  expect(lines).toContain("Postgres went away; bringing it back.");
});

test("takes another port when something else listens on the last one", async () => {
  const first = await start();
  await first.stop();
  const stranger = createServer().listen(Number(new URL(first.url).port), "127.0.0.1");
  await once(stranger, "listening");
  const second = await start();
  await query(second.url, "SELECT 1");
  expect(second.url).not.toBe(first.url);
  stranger.close();
});

test("waits for nobody when a killed process left its lock", async () => {
  await mkdir(dataDir, { recursive: true });
  await writeFile(join(dataDir, "postgres.lock"), "999999999 1 somebody\n");
  await query((await start()).url, "SELECT 1");
});

test.runIf(isRoot)(
  "puts the database where it can be reached when only root may enter the folder",
  async () => {
    await chmod(dataDir, 0o700);
    const first = await start();
    await query(first.url, "CREATE TABLE kept (n int); INSERT INTO kept VALUES (3)");
    await first.stop();
    expect(lines.filter((line) => line.startsWith("The database is kept in /var/lib/rejoin/"))).toHaveLength(
      1,
    );
    expect(await readNumbers((await start()).url)).toEqual([{ n: 3 }]);
  },
);
