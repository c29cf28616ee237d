import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { eventually, freePort } from "@rejoin/testkit";

export interface RedisServer {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

const STARTS_WITHIN_MS = 10_000;

/** Starts the `redis-server` that is on the PATH, keeping nothing on disk. @returns null where there is none */
export async function startRedis(): Promise<RedisServer | null> {
  const port = await freePort();
  const flags = ["--bind", "127.0.0.1", "--port", String(port), "--save", "", "--appendonly", "no"];
  const child = spawn("redis-server", flags, { stdio: "ignore" });
  const started = await Promise.race([
    once(child, "error").then(() => false),
    once(child, "exit").then(() => false),
    eventually("Redis listens", () => listens(port), Boolean, STARTS_WITHIN_MS),
  ]);
  if (!started) return null;
  return { url: `redis://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(port, "127.0.0.1");
    probe.once("connect", () => resolve(true)).once("error", () => resolve(false));
    probe.unref().once("connect", () => probe.destroy());
  });
}
