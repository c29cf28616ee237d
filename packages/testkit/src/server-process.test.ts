import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { eventually } from "./eventually.js";
import { ServerProcess } from "./server-process.js";

let root: string;

/** Puts a program where the server's would be. */
async function program(text: string): Promise<void> {
  await mkdir(join(root, "apps/server/dist"), { recursive: true });
  await writeFile(join(root, "apps/server/package.json"), '{ "type": "module" }');
  await writeFile(join(root, "apps/server/dist/main.js"), text);
}

const READY = `
  import { createServer } from "node:http";
  const server = createServer((request, response) => response.end(process.env.WORD));
  server.listen(Number(process.env.PORT), "127.0.0.1", () => console.log("life", process.pid));
  process.on("SIGTERM", () => process.exit(7));
`;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "server-process-"));
});

afterEach(() => rm(root, { recursive: true, force: true }));

function isRunning(pid: number | undefined): boolean {
  try {
    return pid !== undefined && process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe("a server process", { timeout: 30_000 }, () => {
  it("is ready when it starts, and has the environment that it was given", async () => {
    await program(READY);
    await using server = await ServerProcess.start({ root, env: { WORD: "hello" } });
    expect(await (await fetch(server.url)).text()).toBe("hello");
    expect(server.output).toContain("life");
  });

  it("is gone when it was killed, and comes back on the same port", async () => {
    await program(READY);
    await using server = await ServerProcess.start({ root });
    const { pid, url } = server;
    await server.kill();
    expect(isRunning(pid)).toBe(false);
    await expect(fetch(url)).rejects.toThrow();
    await server.restart();
    expect(server.pid).not.toBe(pid);
    expect((await fetch(url)).status).toBe(200);
  });

  it("may finish when it is stopped", async () => {
    await program(READY);
    const server = await ServerProcess.start({ root });
    expect(await server.stop()).toBe(7);
    expect(await server.stop()).toBeNull();
  });

  it("tells what a server printed that did not start", async () => {
    await program(`console.error("PORT must be a number"); process.exit(1);`);
    await expect(ServerProcess.start({ root })).rejects.toThrow(/exited.*PORT must be a number/s);
  });

  it("does not leave a server behind that is never ready", async () => {
    await program(`console.log("pid " + process.pid); setInterval(() => {}, 1000);`);
    const failed = await ServerProcess.start({ root, readyWithinMs: 3_000 }).catch(
      (error: Error) => error.message,
    );
    const pid = Number(/pid (\d+)/.exec(String(failed))?.[1]);
    expect(pid).toBeGreaterThan(0);
    await eventually(
      "gone",
      () => isRunning(pid),
      (running) => !running,
    );
  });
});
