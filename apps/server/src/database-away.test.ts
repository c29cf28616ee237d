import { eventually, RawPlayer, readRoomLog, TcpProxy } from "@rejoin/testkit";
import { pino } from "pino";
import { expect, it } from "vitest";
import { loadConfig } from "./config.js";
import { createPrismaClient } from "./database/prisma.js";
import { createServer } from "./server.js";
import { openDatabase } from "./testing/database-under-test.js";
import { codeOf, command, createRoom, join } from "./testing/server-under-test.js";

/** A server whose way to its database can be cut. */
async function startBehindProxy() {
  const database = await openDatabase();
  const { hostname, port } = new URL(database.url);
  const proxy = await TcpProxy.listen({ host: hostname, port: Number(port) });
  const url = new URL(database.url);
  url.hostname = "127.0.0.1";
  url.port = String(proxy.port);
  const prisma = createPrismaClient({ url: url.href, poolSize: 4, onError: () => undefined });
  const server = await createServer(loadConfig({ PORT: "0" }), prisma, pino({ level: "silent" }));
  return {
    url: await server.listen(),
    proxy,
    async [Symbol.asyncDispose]() {
      await server.close();
      await prisma.$disconnect();
      await proxy.close();
      await database[Symbol.asyncDispose]();
    },
  };
}

it("HTTP-3 without its database a server is alive and not ready, refuses retryably, and goes on by itself", async () => {
  await using server = await startBehindProxy();
  const ready = async () => (await fetch(`${server.url}/readyz`)).status;
  const ada = await RawPlayer.connect(server.url, "Ada");
  const { room } = await createRoom(ada);
  await join(ada, room);
  await command(ada, room, { type: "say", text: "before" });
  expect(await ready()).toBe(200);

  server.proxy.cut();
  await eventually("not ready", ready, (status) => status === 503);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  const during = { room, commandId: "during", command: { type: "say", text: "during" } } as const;
  const asked: [string, object][] = [
    ["room:command", during],
    ["room:join", { room: "ABCDEF" }],
    ["room:join", { room }],
    ["room:seen", { room, seq: 2 }],
    ["lobby:join", {}],
    ["room:create", { commandId: "c", title: "x", game: "tic-tac-toe", visibility: "public" }],
  ];
  for (const [name, payload] of asked)
    expect(await ada.say(name, payload), name).toMatchObject({
      ok: false,
      refusal: { code: "unavailable", retryable: true },
    });
  const headers = { cookie: ada.session.cookie };
  for (const path of ["/api/rooms", "/api/session", `/api/rooms/${room}/events`]) {
    const response = await fetch(server.url + path, { headers });
    expect([path, response.status, codeOf(await response.json())]).toEqual([path, 503, "unavailable"]);
  }
  expect(ada.isConnected).toBe(true);

  server.proxy.restore();
  await eventually("ready", ready, (status) => status === 200);
  const again = await eventually(
    "accepted",
    () => ada.request("room:command", during),
    ({ ok }) => ok,
  );
  expect(again).toEqual({ ok: true, seq: 3 });
  const { events } = await readRoomLog(server.url, ada.session, room);
  expect(events.map(({ commandId }) => commandId).slice(2)).toEqual(["during"]);
  ada.disconnect();
});
