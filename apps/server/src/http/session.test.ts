import { createHash } from "node:crypto";
import { NAMESPACE, type Player, SESSION_COOKIE } from "@rejoin/protocol";
import { eventually, headersOf, RawPlayer, signIn } from "@rejoin/testkit";
import { io } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  command,
  createRoom,
  join,
  type ServerUnderTest,
  startServer,
} from "../testing/server-under-test.js";

let server: ServerUnderTest;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server[Symbol.asyncDispose]());

interface Answer {
  status: number;
  player: Player;
  code: string | undefined;
  /** The `Set-Cookie` line, and the cookie to send back. */
  line: string;
  cookie: string;
}

async function call(
  method: string,
  options: { body?: unknown; cookie?: string; headers?: Record<string, string>; to?: string } = {},
): Promise<Answer> {
  const { body, cookie, headers, to = server.url } = options;
  const response = await fetch(`${to}/api/session`, {
    method,
    headers: {
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(cookie && { cookie }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const parsed = (text ? JSON.parse(text) : {}) as { player: Player; refusal?: { code: string } };
  const [line = ""] = response.headers.getSetCookie();
  return {
    status: response.status,
    player: parsed.player,
    code: parsed.refusal?.code,
    line,
    cookie: line.split(";")[0] ?? "",
  };
}

const tokenOf = (cookie: string) => cookie.slice(SESSION_COOKIE.length + 1);
const hashOf = (cookie: string) => createHash("sha256").update(tokenOf(cookie)).digest("hex");

describe("POST /api/session", () => {
  it("HTTP-4 makes a player and gives a cookie that no script and no other site can use", async () => {
    const { status, player, line, cookie } = await call("POST", { body: { name: "Ada" } });
    expect(status).toBe(201);
    expect(player).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: "Ada",
      avatar: expect.stringMatching(/^[a-z0-9-]+$/),
    });
    expect(line).toMatch(/^rejoin_session=[A-Za-z0-9_-]{43};/);
    for (const flag of ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=31536000"])
      expect(line).toContain(flag);
    expect(line).not.toContain("Secure");
    expect(await call("GET", { cookie })).toMatchObject({ status: 200, player });
  });

  it("HTTP-4 the cookie is for https only where the page is", async () => {
    await using behind = await startServer({ TRUST_PROXY: "true" });
    const headers = { "x-forwarded-proto": "https" };
    expect((await call("POST", { to: behind.url, headers })).line).toContain("Secure");
    expect((await call("POST", { headers })).line).not.toContain("Secure");
  });

  it("HTTP-4 a missing name gets a friendly one, and every body that is no session is refused", async () => {
    const friendly = await call("POST");
    expect(friendly.player.name).toMatch(/^[\p{L}' -]{3,24}$/u);
    expect((await call("POST", { body: {} })).status).toBe(201);
  });

  it.each([
    ["Ａｄａ", "Ada"],
    ["  two   words\n", "two words"],
    ["a\u202eb\u0000c\u200b", "abc"],
    ["👩‍👩‍👧 Ünïcödé", "👩‍👩‍👧 Ünïcödé"],
    ["<b>bold</b>", "<b>bold</b>"],
  ])("HTTP-5 the name %j is kept as %j", async (name, kept) => {
    expect((await call("POST", { body: { name } })).player.name).toBe(kept);
  });

  it.each([
    ["an empty name", { name: "" }, 400, "invalid-message"],
    ["a name of nothing visible", { name: " \u200b\u202e " }, 400, "invalid-message"],
    ["a name that is too long", { name: "x".repeat(25) }, 413, "too-large"],
    ["a number for a name", { name: 7 }, 400, "invalid-message"],
    ["null for a name", { name: null }, 400, "invalid-message"],
    ["an object for a name", { name: { toString: "x" } }, 400, "invalid-message"],
    ["an extra key", { name: "Ada", admin: true }, 400, "invalid-message"],
    ["an array", [], 400, "invalid-message"],
    ["null, which is nothing", "null", 201, undefined],
    ["a number", "7", 400, "invalid-message"],
    ["half of a JSON", '{"name":', 400, "invalid-message"],
    ["a __proto__ key", '{"__proto__":{"name":"x"}}', 400, "invalid-message"],
    ["a constructor key", '{"constructor":{"prototype":{}}}', 400, "invalid-message"],
    ["more than a packet", `{"name":"${"x".repeat(70_000)}"}`, 413, "too-large"],
  ])("HTTP-5 a body with %s", async (_what, body, status, code) => {
    expect(await call("POST", { body })).toMatchObject({ status, code });
  });

  it("HTTP-5 a body of another kind is refused", async () => {
    const response = await call("POST", {
      body: "name=Ada",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.code).toBe("invalid-message");
  });

  it("HTTP-6 tokens are stored as hashes only", async () => {
    const { cookie } = await call("POST");
    const sessions = await server.database.prisma.session.findMany();
    expect(sessions.map(({ tokenHash }) => tokenHash)).toContain(hashOf(cookie));
    expect(JSON.stringify(sessions)).not.toContain(tokenOf(cookie));
  });

  it("HTTP-7 asked again it keeps the player and gives a new token, and the old one ends soon", async () => {
    const first = await call("POST", { body: { name: "Ada" } });
    const second = await call("POST", { cookie: first.cookie, body: {} });
    expect(second).toMatchObject({ status: 201, player: first.player });
    expect(second.cookie).not.toBe(first.cookie);
    // For the other tabs of the same browser it lives a moment longer.
    expect((await call("GET", { cookie: first.cookie })).status).toBe(200);
    const { prisma } = server.database;
    const old = await prisma.session.findUniqueOrThrow({ where: { tokenHash: hashOf(first.cookie) } });
    expect(old.expiresAt.getTime()).toBeLessThan(Date.now() + 90_000);
    await prisma.session.update({
      where: { tokenHash: hashOf(first.cookie) },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    expect(await call("GET", { cookie: first.cookie })).toMatchObject({
      status: 401,
      code: "unauthenticated",
    });
    expect(await call("GET", { cookie: second.cookie })).toMatchObject({ status: 200, player: first.player });
  });

  it("HTTP-7 a new token does not give an old one more time", async () => {
    const first = await call("POST");
    const expiresAt = new Date(Date.now() + 5_000);
    const where = { tokenHash: hashOf(first.cookie) };
    await server.database.prisma.session.update({ where, data: { expiresAt } });
    await call("POST", { cookie: first.cookie });
    const { expiresAt: after } = await server.database.prisma.session.findUniqueOrThrow({ where });
    expect(after.getTime()).toBeLessThanOrEqual(expiresAt.getTime());
  });

  it("HTTP-7 with a name it renames the player", async () => {
    const first = await call("POST", { body: { name: "Ada" } });
    const second = await call("POST", { cookie: first.cookie, body: { name: "Countess" } });
    expect(second.player).toEqual({ ...first.player, name: "Countess" });
  });

  it("HTTP-8 one address may open only so many sessions in a minute, where that counts", async () => {
    await using strict = await startServer({ LIMIT_LOOPBACK: "true", SESSIONS_PER_MINUTE: "3" });
    for (let time = 0; time < 3; time += 1) expect((await call("POST", { to: strict.url })).status).toBe(201);
    const response = await fetch(`${strict.url}/api/session`, { method: "POST" });
    expect(response.status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await response.json()).toMatchObject({
      refusal: { code: "rate-limited", retryable: true, retryAfterMs: expect.any(Number) },
    });
    expect((await call("GET", { to: strict.url })).status).toBe(401);
  });
});

describe("PATCH /api/session", () => {
  it("HTTP-9 changes how a player looks in what they do from then on, on every connection", async () => {
    const ada = await server.player("Ada");
    const phone = await RawPlayer.connect(server.url, ada.session);
    const { room } = await createRoom(ada);
    await join(ada, room);
    await command(ada, room, { type: "say", text: "as Ada" });
    const { cookie } = ada.session;
    const changed = await call("PATCH", { cookie, body: { name: "Ａugusta", avatar: "new-face" } });
    expect(changed).toMatchObject({
      status: 200,
      player: { id: ada.id, name: "Augusta", avatar: "new-face" },
    });
    await command(phone, room, { type: "say", text: "as Augusta" });
    await eventually(
      "heard",
      () => ada.events(room).length,
      (count) => count === 2,
    );
    expect(ada.events(room).map(({ data }) => "by" in data && data.by)).toEqual([
      { name: "Ada", avatar: ada.session.player.avatar },
      { name: "Augusta", avatar: "new-face" },
    ]);
    await call("PATCH", { cookie, body: {} });
    expect((await call("GET", { cookie })).player).toEqual(changed.player);
    phone.disconnect();
  });

  it.each([{ name: "" }, { avatar: "<svg>" }, { avatar: "x".repeat(33) }, { id: "other" }, "[]"])(
    "HTTP-9 refuses %j",
    async (body) => {
      const { cookie, player } = await call("POST");
      expect(await call("PATCH", { cookie, body })).toMatchObject({ status: 400, code: "invalid-message" });
      expect((await call("GET", { cookie })).player).toEqual(player);
    },
  );

  it("HTTP-9 needs a session", async () => {
    expect(await call("PATCH", { body: { name: "Nobody" } })).toMatchObject({
      status: 401,
      code: "unauthenticated",
    });
  });
});

describe("DELETE /api/session", () => {
  it("HTTP-10 ends this session and no other of the same player, and may be repeated", async () => {
    const first = await call("POST");
    const second = await call("POST", { cookie: first.cookie });
    const deleted = await call("DELETE", { cookie: first.cookie });
    expect(deleted.status).toBe(204);
    expect(deleted.line).toMatch(/^rejoin_session=;.*(Max-Age=0|Expires=Thu, 01 Jan 1970)/);
    expect((await call("GET", { cookie: first.cookie })).status).toBe(401);
    expect((await call("GET", { cookie: second.cookie })).status).toBe(200);
    expect((await call("DELETE", { cookie: first.cookie })).status).toBe(204);
    expect((await call("DELETE")).status).toBe(204);
  });

  it("HTTP-10 cuts the connections of this session, and those of no other of the same player", async () => {
    const laptop = await server.player("Ada");
    const tab = await RawPlayer.connect(server.url, laptop.session);
    const { cookie } = await call("POST", { cookie: laptop.session.cookie });
    const phone = await RawPlayer.connect(server.url, { player: laptop.session.player, cookie });
    const bystander = await server.player("Bob");
    await call("DELETE", { cookie: laptop.session.cookie });
    for (const cut of [laptop, tab])
      await eventually(
        "cut",
        () => cut.isConnected,
        (connected) => !connected,
      );
    // An answer shows that nothing which cuts them was on its way.
    for (const kept of [phone, bystander])
      expect(await kept.request("lobby:leave", {})).toMatchObject({ ok: true });
    await expect(laptop.reconnect()).rejects.toMatchObject({ data: { code: "unauthenticated" } });
    phone.disconnect();
  });

  it("HTTP-10 leaves nobody inside whose session ends while they are at the door", async () => {
    for (let time = 0; time < 30; time += 1) {
      const session = await signIn(server.url);
      const socket = io(`${server.url}${NAMESPACE}`, {
        transports: ["websocket"],
        forceNew: true,
        reconnection: false,
        extraHeaders: headersOf(server.url, session),
      });
      const outside = new Promise((resolve) => {
        socket.once("connect_error", resolve);
        socket.once("disconnect", resolve);
      });
      // At another moment each time, from before the knock to after the welcome.
      await new Promise((resolve) => setTimeout(resolve, time / 2));
      await call("DELETE", { cookie: session.cookie });
      await outside;
      expect(socket.connected).toBe(false);
    }
  });
});

describe("another site", () => {
  it.each(["https://evil.example", "null", "http://localhost:1"])(
    "HTTP-11 writes nothing from %s",
    async (origin) => {
      const { cookie, player } = await call("POST", { body: { name: "Ada" } });
      for (const method of ["POST", "PATCH", "DELETE"])
        expect(
          await call(method, {
            cookie,
            headers: { origin },
            ...(method !== "DELETE" && { body: { name: "Eve" } }),
          }),
        ).toMatchObject({
          status: 403,
          code: "forbidden-origin",
          line: "",
        });
      expect(await call("GET", { cookie })).toMatchObject({ status: 200, player });
    },
  );

  it("HTTP-11 our own page may write", async () => {
    expect((await call("POST", { headers: { origin: server.url } })).status).toBe(201);
  });
});
