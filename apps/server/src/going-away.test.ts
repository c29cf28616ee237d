import { once } from "node:events";
import { connect } from "node:net";
import type { RoomId } from "@rejoin/protocol";
import {
  type Acknowledged,
  assertGapless,
  assertKept,
  assertOneEffect,
  eventually,
  RawPlayer,
  type RoomLog,
  readRoomLog,
} from "@rejoin/testkit";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { PostgresLog } from "./log/postgres-log.js";
import { type DatabaseUnderTest, openDatabase } from "./testing/database-under-test.js";
import { flood } from "./testing/flood.js";
import { readAll } from "./testing/racing-appender.js";
import { startProcess } from "./testing/server-process.js";
import { codeOf, command, createRoom, join } from "./testing/server-under-test.js";

// Each test starts processes, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let database: DatabaseUnderTest;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());

/** The log as it is in the database, while no server runs. */
async function readLog(room: RoomId): Promise<RoomLog> {
  return { epoch: "", events: await readAll(new PostgresLog(database.prisma), room) };
}

describe("a server that is asked to stop", () => {
  it("GATE-16 refuses what is new retryably, finishes what is under way, tells everybody, and is gone in time", async () => {
    await using server = await startProcess(database.url);
    const [ada, bob] = await Promise.all([
      RawPlayer.connect(server.url, "Ada"),
      RawPlayer.connect(server.url, "Bob"),
    ]);
    const { room } = await createRoom(ada);
    await join(ada, room);
    await command(ada, room, { type: "say", text: "before" });

    // Somebody else holds the room's row, so that a command stays under way until we say so.
    const holder = new pg.Client({ connectionString: database.url });
    await holder.connect();
    await holder.query("BEGIN");
    await holder.query("SELECT 1 FROM room WHERE id = $1 FOR UPDATE", [room]);
    const underWay = ada.request("room:command", {
      room,
      commandId: "under-way",
      command: { type: "say", text: "under way" },
    });
    await eventually(
      "it waits for the row",
      () =>
        holder.query(
          "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()",
        ),
      ({ rowCount }) => rowCount === 1,
    );

    const exit = server.stop();
    await eventually(
      "told",
      () => bob.all("server:draining"),
      (told) => told.length === 1,
    );
    expect(bob.all("server:draining")).toEqual([{ reconnectWithinMs: expect.any(Number) }]);
    const fresh = { room, commandId: "fresh", command: { type: "say", text: "fresh" } } as const;
    expect(await bob.request("room:command", fresh)).toMatchObject({
      refusal: { code: "draining", retryable: true },
    });
    const another = {
      commandId: "new-room",
      title: "New",
      game: "tic-tac-toe",
      visibility: "public",
    } as const;
    expect(await bob.request("room:create", another)).toMatchObject({
      refusal: { code: "draining", retryable: true },
    });
    const ready = await fetch(`${server.url}/readyz`);
    expect([ready.status, codeOf(await ready.json())]).toEqual([503, "draining"]);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    await expect(RawPlayer.connect(server.url, bob.session)).rejects.toMatchObject({
      data: { code: "draining", retryable: true },
    });

    await holder.query("COMMIT");
    await holder.end();
    expect(await underWay).toEqual({ ok: true, seq: 3 });
    expect(await exit).toBe(0);
    expect([ada.isConnected, bob.isConnected]).toEqual([false, false]);

    const { events } = await readLog(room);
    expect(events.map(({ commandId }) => commandId).slice(1)).toEqual([expect.any(String), "under-way"]);
  });

  it("GATE-16 is gone although a request never ends and a connection never speaks", async () => {
    await using server = await startProcess(database.url);
    const { hostname, port } = new URL(server.url);
    const sockets = await Promise.all(
      [
        "POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{",
        "GET /",
        "",
      ].map(async (text) => {
        const socket = connect(Number(port), hostname).on("error", () => undefined);
        await once(socket, "connect");
        socket.write(text);
        return socket;
      }),
    );
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    const started = performance.now();
    expect(await server.stop()).toBe(0);
    expect(performance.now() - started).toBeLessThan(8_000);
    for (const socket of sockets) socket.destroy();
  });

  it("GATE-16 everything that was acknowledged while it went away is in the log, once", async () => {
    await using server = await startProcess(database.url);
    const players = await Promise.all(
      ["Ada", "Bob", "Carol"].map((name) => RawPlayer.connect(server.url, name)),
    );
    const [host] = players;
    const { room } = await createRoom(host as RawPlayer);
    const talks = players.map((player, number) => flood(player, room, `p${number}`, 3));
    await eventually(
      "they talk",
      () => talks.map(({ acknowledged }) => acknowledged.length),
      (counts) => Math.min(...counts) > 20,
    );
    expect(await server.stop()).toBe(0);
    await Promise.all(talks.map(({ over }) => over));

    const log = await readLog(room);
    assertGapless(log);
    assertOneEffect(log);
    assertKept(
      log,
      talks.flatMap(({ acknowledged }) => acknowledged),
    );
  });
});

describe("a server that is killed", () => {
  it("LOG-8 nothing that was acknowledged is lost, and what is open is settled by asking again", async () => {
    let server = await startProcess(database.url);
    const players = await Promise.all(
      ["Ada", "Bob", "Carol", "Dave"].map((name) => RawPlayer.connect(server.url, name)),
    );
    const host = players[0] as RawPlayer;
    const { room } = await createRoom(host);
    const talks = players.map((player, number) => flood(player, room, `p${number}`, 3));
    await eventually(
      "they talk",
      () => talks.map((one) => one.acknowledged.length),
      (counts) => Math.min(...counts) > 15,
    );
    await server.kill();
    await Promise.all(talks.map(({ over }) => over));
    const acknowledged: Acknowledged[] = talks.flatMap((one) => one.acknowledged);

    server = await startProcess(database.url);
    for (const [number, player] of players.entries()) {
      await player.reconnect(server.url);
      for (const commandId of talks[number]?.open ?? []) {
        const seq = await command(player, room, { type: "say", text: commandId }, commandId);
        acknowledged.push({ actor: player.id, commandId, seq });
      }
    }
    const log = await readRoomLog(server.url, host.session, room);
    assertGapless(log);
    assertOneEffect(log);
    assertKept(log, acknowledged);
    expect(log.events).toHaveLength(acknowledged.length + 1);
    for (const player of players) player.disconnect();
    await server.kill();
  });
});
