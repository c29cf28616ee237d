import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readlink, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as joinPath } from "node:path";
import { fileURLToPath } from "node:url";
import {
  assertGapless,
  assertKept,
  assertOneEffect,
  eventually,
  RawPlayer,
  readRoomLog,
  type ServerProcess,
  TcpProxy,
} from "@rejoin/testkit";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type DatabaseUnderTest, openDatabase } from "./testing/database-under-test.js";
import { flood } from "./testing/flood.js";
import { startProcess } from "./testing/server-process.js";
import { command, createRoom, join } from "./testing/server-under-test.js";

// Each test starts processes, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

/** A server is gone after this, whatever hangs, in milliseconds. */
const GONE_WITHIN_MS = 10_000;

let database: DatabaseUnderTest;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());

/** Stops a server as its operator does. @returns how long that took, in milliseconds */
async function stop(server: ServerProcess): Promise<number> {
  const before = performance.now();
  expect(await server.stop()).toBe(0);
  return performance.now() - before;
}

describe("a server that is asked to stop", () => {
  it("GATE-16 fails no command: each is acknowledged, or settled by asking another server again", async () => {
    await using server = await startProcess(database.url);
    await using other = await startProcess(database.url);
    const players = await Promise.all(
      ["Ada", "Bob", "Carol"].map((name) => RawPlayer.connect(server.url, name)),
    );
    const [host] = players as [RawPlayer];
    const { room } = await createRoom(host);
    const floods = players.map((player, number) => flood(player, room, `p${number}`, 20));
    await eventually(
      "they talk",
      () => floods.map(({ acknowledged }) => acknowledged.length),
      (counts) => Math.min(...counts) > 100,
    );
    const tookMs = await stop(server);
    await Promise.all(floods.map(({ over }) => over));
    expect(floods.flatMap(({ definite }) => definite)).toEqual([]);

    const acknowledged = floods.flatMap((one) => one.acknowledged);
    for (const [number, player] of players.entries()) {
      await player.reconnect(other.url);
      await join(player, room);
      for (const commandId of floods[number]?.open ?? []) {
        const seq = await command(player, room, { type: "say", text: commandId }, commandId);
        acknowledged.push({ actor: player.id, commandId, seq });
      }
    }
    const log = await readRoomLog(other.url, host.session, room);
    assertGapless(log);
    assertOneEffect(log);
    assertKept(log, acknowledged);
    expect(log.events).toHaveLength(acknowledged.length + 1);
    const open = floods.flatMap((one) => one.open).length;
    console.info(
      `gone after ${Math.round(tookMs)} ms; ${acknowledged.length} commands, ${open} settled elsewhere`,
    );
    for (const player of players) player.disconnect();
  });

  it("GATE-16 is gone although players do not read what they are told", async () => {
    await using server = await startProcess(database.url);
    const proxy = await TcpProxy.listen({ port: Number(new URL(server.url).port) });
    const [ada, silent] = await Promise.all([
      RawPlayer.connect(server.url, "Ada"),
      RawPlayer.connect(proxy.url, "Silent"),
    ]);
    const { room } = await createRoom(ada);
    await join(silent, room);
    proxy.stall();
    const text = "어".repeat(500);
    for (let round = 0; round < 60; round += 1)
      await Promise.all(Array.from({ length: 50 }, () => command(ada, room, { type: "say", text })));
    const tookMs = await stop(server);
    expect(tookMs).toBeLessThan(GONE_WITHIN_MS);
    console.info(`gone after ${Math.round(tookMs)} ms with a reader that reads nothing`);
    await proxy.close();
    ada.disconnect();
  });

  it("GATE-16 is gone although its database is silent, and what was under way is settled elsewhere", async () => {
    const { hostname, port } = new URL(database.url);
    const proxy = await TcpProxy.listen({ host: hostname, port: Number(port) });
    const way = new URL(database.url);
    way.hostname = "127.0.0.1";
    way.port = String(proxy.port);
    await using server = await startProcess(way.href);
    await using other = await startProcess(database.url);
    const ada = await RawPlayer.connect(server.url, "Ada");
    const { room } = await createRoom(ada);
    await command(ada, room, { type: "say", text: "before" });
    proxy.stall();
    const wanted = { room, commandId: "under-way", command: { type: "say", text: "under way" } } as const;
    const underWay = ada.request("room:command", wanted).catch(() => null);
    const tookMs = await stop(server);
    expect(tookMs).toBeLessThan(GONE_WITHIN_MS);
    console.info(`gone after ${Math.round(tookMs)} ms with a silent database`);
    await eventually(
      "cut off",
      () => ada.isConnected,
      (connected) => !connected,
    );
    const answer = await Promise.race([underWay, null]);
    if (answer) expect(answer).toMatchObject({ ok: false, refusal: { retryable: true } });
    await ada.reconnect(other.url);
    expect(await command(ada, room, { type: "say", text: "under way" }, "under-way")).toBe(3);
    ada.disconnect();
    await proxy.close();
  });
});

/** The server's own program, whether or not it comes as far as being ready. */
class Program {
  readonly child: ChildProcess;
  output = "";

  constructor(settings: Record<string, string>) {
    const main = fileURLToPath(new URL("./main.ts", import.meta.url));
    const { DATABASE_URL: _ignored, ...env } = process.env;
    this.child = spawn(process.execPath, ["--import", "tsx", "--conditions", "source", main], {
      env: { ...env, DATABASE_URL: "", PORT: "0", LOG_LEVEL: "error", ...settings },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const kill = () => this.child.kill("SIGKILL");
    process.once("exit", kill);
    this.child.once("exit", () => process.off("exit", kill));
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on("data", (text: Buffer) => {
        this.output += text.toString();
      });
  }

  async says(words: string): Promise<void> {
    await eventually(
      words,
      () => this.output,
      (output) => output.includes(words),
      60_000,
    );
  }

  async exit(): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, "exit");
    return this.child.exitCode;
  }
}

/** Processes that work in a folder or below it. */
async function processesIn(folder: string): Promise<string[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const places = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => "")));
  return pids.filter((_, index) => places[index]?.startsWith(folder));
}

describe("a server that is asked to stop before it is ready", () => {
  it.runIf(existsSync("/proc/self/cwd"))("GATE-16 leaves nothing behind", async () => {
    const folder = await mkdtemp(joinPath(tmpdir(), "rejoin-stopping-"));
    const program = new Program({ DATA_DIR: folder });
    await program.says("Preparing an empty database");
    program.child.kill("SIGTERM");
    expect([await program.exit(), program.output]).toEqual([0, expect.not.stringContaining("ready")]);
    expect(await processesIn(folder)).toEqual([]);
    await rm(folder, { recursive: true, force: true });
  });

  it("GATE-16 waits for no database", async () => {
    const program = new Program({ DATABASE_URL: "postgresql://nobody:nothing@127.0.0.1:1/nothing" });
    await program.says("does not answer yet");
    program.child.kill("SIGTERM");
    expect(await program.exit()).toBe(0);
  });
});

describe("a data folder that cannot be made", () => {
  it.runIf(existsSync("/proc/self"))("is refused by name", async () => {
    const program = new Program({ DATA_DIR: "/proc/nope" });
    expect(await program.exit()).toBe(1);
    expect(program.output).toContain("The data folder /proc/nope cannot be used");
    expect(program.output).toContain("Set DATA_DIR to another one.");
  });
});
