import { createServer } from "node:net";
import { expect, test } from "vitest";
import { connectWithRetry, DatabaseUnavailable, withoutPassword } from "./connect-with-retry.js";

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test("says where it tried, for how long and why, and keeps the password to itself", async () => {
  const lines: string[] = [];
  const port = await freePort();
  const attempt = connectWithRetry(`postgresql://me:secret@127.0.0.1:${port}/games`, {
    log: (line) => lines.push(line),
    giveUpAfterMs: 1_200,
  });
  await expect(attempt).rejects.toThrow(DatabaseUnavailable);
  await expect(attempt).rejects.toThrow(
    new RegExp(
      `^The database at postgresql://127.0.0.1:${port}/games did not answer for 1 s: .*ECONNREFUSED`,
    ),
  );
  expect(lines.length).toBeGreaterThanOrEqual(3);
  expect(lines.join()).not.toContain("secret");
});

test("gives up on a server that accepts and then says nothing", async () => {
  const silent = createServer(() => undefined).listen(0, "127.0.0.1");
  await new Promise((resolve) => silent.once("listening", resolve));
  const { port } = silent.address() as { port: number };
  try {
    await expect(
      connectWithRetry(`postgresql://me@127.0.0.1:${port}/games`, {
        log: () => undefined,
        giveUpAfterMs: 600,
      }),
    ).rejects.toThrow(/did not answer/);
  } finally {
    silent.close();
  }
});

test("names the address without user or password", () => {
  expect(withoutPassword("postgresql://me:secret@db.example/games")).toBe(
    "postgresql://db.example:5432/games",
  );
});
