import { randomUUID } from "node:crypto";
import { eventually, RawPlayer, TcpProxy } from "@rejoin/testkit";
import pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import {
  codeOf,
  createRoom,
  join,
  type ServerUnderTest,
  startServer,
  talk,
} from "../testing/server-under-test.js";

let server: ServerUnderTest;
afterEach(() => server[Symbol.asyncDispose]());

async function figure(name: string): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  return Number(
    text
      .split("\n")
      .find((line) => line.startsWith(`${name} `))
      ?.split(" ")
      .at(-1) ?? 0,
  );
}

describe("a crowd that comes back at the same moment", () => {
  it("CROWD-2 is let in and caught up, one after the other, and nobody misses anything", async () => {
    server = await startServer({ CATCH_UPS_AT_ONCE: "1", HANDSHAKES_AT_ONCE: "1" });
    const ada = await server.player("Ada");
    const { room } = await createRoom(ada);
    // More than stays in memory, so that the log has to be read.
    await talk(ada, room, 900);
    const { epoch, head } = await join(ada, room);
    const crowd = await Promise.all(Array.from({ length: 40 }, () => server.player("Bob")));
    await Promise.all(crowd.map((bob) => join(bob, room, { epoch, seq: 1 })));
    const expected = Array.from({ length: head - 1 }, (_, index) => index + 2);
    for (const bob of crowd) {
      await eventually(
        "caught up",
        () => bob.events(room).length,
        (count) => count >= head - 1,
      );
      expect(bob.events(room).map(({ seq }) => seq)).toEqual(expected);
    }
  });

  it("CROWD-2 somebody who acknowledges nothing keeps nobody else from catching up", async () => {
    server = await startServer({ CATCH_UPS_AT_ONCE: "1" });
    const [ada, silent, bob] = await Promise.all(["Ada", "Silent", "Bob"].map((name) => server.player(name)));
    if (!ada || !silent || !bob) throw new Error("nobody came");
    const { room } = await createRoom(ada);
    await talk(ada, room, 450);
    const { epoch, head } = await join(ada, room);
    silent.acknowledgesPages = false;
    await join(silent, room, { epoch, seq: 1 });
    await eventually(
      "its first page",
      () => silent.events(room).length,
      (count) => count > 0,
    );
    await join(bob, room, { epoch, seq: 1 });
    await eventually(
      "caught up",
      () => bob.events(room).at(-1)?.seq,
      (seq) => seq === head,
    );
  });
});

describe("somebody who asks on and on", () => {
  it("CROWD-3 is told to wait when more of it is under way than one connection may have", async () => {
    server = await startServer();
    const ada = await server.player("Ada");
    const { room } = await createRoom(ada);
    // Somebody else holds the room's row, so that commands stay under way until we say so.
    const holder = new pg.Client({ connectionString: server.database.url });
    await holder.connect();
    await holder.query("BEGIN");
    await holder.query("SELECT 1 FROM room WHERE id = $1 FOR UPDATE", [room]);
    const say = () =>
      ada.say("room:command", { room, commandId: randomUUID(), command: { type: "say", text: "x" } });
    const asked = Array.from({ length: 1_100 }, say);
    const first = (await Promise.any(asked)) as {
      refusal: { code: string; retryable: boolean; retryAfterMs: number };
    };
    expect(first.refusal).toMatchObject({ code: "busy", retryable: true });
    expect(first.refusal.retryAfterMs).toBeGreaterThan(0);
    await holder.query("COMMIT");
    await holder.end();
    const codes = (await Promise.all(asked)).map(codeOf);
    expect(codes.filter((code) => code === "busy")).toHaveLength(100);
    expect(await figure('rejoin_refusals_total{event="room:command",code="busy"}')).toBe(100);
    expect(codeOf(await say())).toBe("ok");
  });

  it("SLOW-5 is cut when it reads none of the answers", async () => {
    server = await startServer({ SLOW_READER_BYTES: "65536" });
    const proxy = await TcpProxy.listen({ port: Number(new URL(server.url).port) });
    const greedy = await RawPlayer.connect(server.url, "Greedy").then(({ session }) =>
      RawPlayer.connect(proxy.url, session),
    );
    for (let number = 0; number < 30; number += 1)
      await createRoom(greedy, { title: `A table with a long name, as the lobby shows ${number}` });
    expect(await figure("rejoin_connections")).toBe(2);
    proxy.stall("to-client");
    await eventually(
      "cut",
      async () => {
        for (let number = 0; number < 50; number += 1) greedy.say("lobby:join", {}).catch(() => undefined);
        return figure("rejoin_connections");
      },
      (count) => count === 1,
      20_000,
    );
    proxy.resume();
    await eventually(
      "it knows",
      () => greedy.isConnected,
      (connected) => !connected,
    );
    await proxy.close();
  });
});

describe("a connection that leads nowhere any more", () => {
  it("AWAY-1 is noticed within fifteen seconds", async () => {
    server = await startServer();
    const proxy = await TcpProxy.listen({ port: Number(new URL(server.url).port) });
    const bob = await RawPlayer.connect(proxy.url, "Bob");
    expect(await figure("rejoin_connections")).toBe(1);
    const before = performance.now();
    proxy.stall();
    await eventually(
      "the server notices",
      () => figure("rejoin_connections"),
      (count) => count === 0,
      30_000,
    );
    console.info(
      `a half-open connection was noticed by the server after ${Math.round(performance.now() - before)} ms`,
    );
    await eventually(
      "and the client",
      () => bob.isConnected,
      (connected) => !connected,
      30_000,
    );
    console.info(`and by the client after ${Math.round(performance.now() - before)} ms`);
    await proxy.close();
  }, 70_000);
});
