import { spawn } from "node:child_process";
import { open, readFile, rename, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type pg from "pg";
import type { Cluster } from "./cluster.js";
import { connectTo } from "./connection.js";
import type { PostgresHome } from "./home.js";
import { disownPostmasterFile, isPostgresOf, readPostmasterFile } from "./postmaster-file.js";
import { plainEnvironment, runAs } from "./run-as.js";
import { postgresArguments } from "./settings.js";

/** Everything needed to run one Postgres. */
export interface Postmaster {
  home: PostgresHome;
  cluster: Cluster;
  /** The folder that holds Postgres's `bin`. */
  binaries: string;
  log: (line: string) => void;
}

/** A connection to a running Postgres, and the port it listens on. */
export interface Running {
  client: pg.Client;
  port: number;
}

/**
 * Finds the Postgres of a cluster running (an orphan of a killed server, or another server's), or starts it.
 * Call it while holding the start lock.
 * @throws when it does not come up, with the end of its own log
 */
export async function ensureRunning(postmaster: Postmaster): Promise<Running> {
  const problems: string[] = [];
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const running = (await findRunning(postmaster)) ?? (await start(postmaster, attempt));
    if (typeof running !== "string") return running;
    problems.push(running);
    await delay(200 * attempt);
  }
  throw new Error(`Postgres does not start in ${postmaster.home.folder}. It says:\n${problems.at(-1)}`);
}

/** Stops the Postgres of a cluster, and waits until it is gone. */
export async function stopPostmaster({ home, cluster, binaries, log }: Postmaster): Promise<void> {
  const args = ["-D", cluster.data, "-m", "fast", "-w", "-t", "60", "stop"];
  const { ok, output } = await runAs(home.account, join(binaries, "bin", "pg_ctl"), args);
  if (!ok) log(`Postgres did not stop: ${output}`);
}

async function findRunning({ cluster, log }: Postmaster): Promise<Running | undefined> {
  for (const patience = patienceOf(60_000, log, "Waiting for the Postgres that runs already."); ; ) {
    const file = await readPostmasterFile(cluster.data);
    if (file === undefined) return undefined;
    const answer = file.port === undefined ? "absent" : await connectTo(cluster, file.port);
    if (typeof answer !== "string") return { client: answer, port: file.port ?? 0 };
    if (answer === "absent" && !(await isPostgresOf(cluster.data, file.pid))) return undefined;
    await patience(`The Postgres with process id ${file.pid} does not answer.`);
  }
}

/** @returns the running Postgres, or what it wrote before it ended */
async function start(postmaster: Postmaster, attempt: number): Promise<Running | string> {
  const { home, cluster, binaries, log } = postmaster;
  await makeWay(postmaster);
  const port = await choosePort(home, attempt);
  const logFile = await openLog(home);
  const before = (await logFile.stat()).size;
  const child = spawn(join(binaries, "bin", "postgres"), postgresArguments(cluster.data, port), {
    ...home.account,
    cwd: "/",
    env: plainEnvironment,
    // It outlives us when we are killed, and hears nothing of Ctrl+C.
    detached: true,
    stdio: ["ignore", logFile.fd, logFile.fd],
  });
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", () => resolve(readLogFrom(home, before)));
  });
  child.unref();
  try {
    const outcome = await Promise.race([ended, answering(cluster, port, log)]);
    if (typeof outcome !== "string") await rememberPort(home, port);
    return outcome;
  } finally {
    await logFile.close();
  }
}

async function answering(cluster: Cluster, port: number, log: (line: string) => void): Promise<Running> {
  for (const patience = patienceOf(600_000, log, "Postgres is recovering from a crash."); ; ) {
    const answer = await connectTo(cluster, port);
    if (typeof answer !== "string") return { client: answer, port };
    await patience("Postgres is still not ready.");
  }
}

/** An old file that names a living stranger would keep Postgres from starting. */
async function makeWay({ home, cluster }: Postmaster): Promise<void> {
  const file = await readPostmasterFile(cluster.data);
  if (file === undefined || !(await isPostgresOf(cluster.data, file.pid))) {
    await disownPostmasterFile(cluster.data, home.account);
  }
}

/** The port of last time if it is free, so that servers which knew it find Postgres again after it crashed. */
async function choosePort(home: PostgresHome, attempt: number): Promise<number> {
  const last = Number(await readFile(portFile(home), "utf8").catch(() => "0"));
  return (attempt < 2 && last > 0 && (await freePort(last))) || (await freePort(0)) || 0;
}

async function rememberPort(home: PostgresHome, port: number): Promise<void> {
  // Only a convenience: Postgres runs, whether or not the next start finds the same port.
  await writeFile(portFile(home), `${port}\n`).catch(() => undefined);
}

function freePort(wanted: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(undefined));
    probe.listen({ port: wanted, host: "127.0.0.1" }, () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

async function openLog(home: PostgresHome) {
  const path = logPath(home);
  const size = (await stat(path).catch(() => undefined))?.size ?? 0;
  if (size > 10_000_000) await rename(path, `${path}.old`);
  const file = await open(path, "a", 0o600);
  if (home.account !== undefined) await file.chown(home.account.uid, home.account.gid);
  return file;
}

async function readLogFrom(home: PostgresHome, offset: number): Promise<string> {
  const text = await readFile(logPath(home)).catch(() => Buffer.alloc(0));
  return text.subarray(offset).toString("utf8").trim().slice(-2_000);
}

const logPath = (home: PostgresHome) => join(home.folder, "postgres.log");
const portFile = (home: PostgresHome) => join(home.folder, "port");

/** A pause that says once, after 3 s, what it is waiting for, and throws when it has lasted too long. */
function patienceOf(limitMs: number, log: (line: string) => void, sentence: string) {
  const begun = performance.now();
  let said = false;
  return async (problem: string): Promise<void> => {
    const waited = performance.now() - begun;
    if (waited > limitMs) throw new Error(`${problem} Waited ${Math.round(limitMs / 1000)} s.`);
    if (!said && waited > 3_000) {
      said = true;
      log(sentence);
    }
    await delay(20);
  };
}
