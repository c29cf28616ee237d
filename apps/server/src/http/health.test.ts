import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  command,
  createRoom,
  outcome,
  type ServerUnderTest,
  startServer,
} from "../testing/server-under-test.js";

let server: ServerUnderTest;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const get = (path: string) => fetch(server.url + path);

describe("what a server says of itself", () => {
  it("HTTP-3 it is alive and ready", async () => {
    expect([(await get("/healthz")).status, (await get("/readyz")).status]).toEqual([200, 200]);
  });

  it("HTTP-12 its figures are Prometheus text, and count", async () => {
    const figure = async (name: string) => {
      const response = await get("/metrics");
      expect(response.headers.get("content-type")).toContain("text/plain");
      const line = (await response.text()).split("\n").find((one) => one.startsWith(name));
      return Number(line?.split(" ").at(-1) ?? 0);
    };
    const before = await figure("rejoin_events_committed_total");
    const ada = await server.player("Ada");
    const { room } = await createRoom(ada);
    await command(ada, room, { type: "say", text: "one" });
    await command(ada, room, { type: "say", text: "two" });
    expect(await outcome(ada, room, { type: "resign" })).toBe("not-seated");
    expect(await figure("rejoin_events_committed_total")).toBe(before + 2);
    expect(await figure('rejoin_refusals_total{event="room:command",code="not-seated"}')).toBe(1);
    expect(await figure("rejoin_connections")).toBe(1);
  });

  it("HTTP-13 every answer carries strict headers", async () => {
    const { headers } = await get("/healthz");
    const policy = headers.get("content-security-policy") ?? "";
    for (const rule of [
      "default-src 'self'",
      "script-src 'self'",
      "object-src 'none'",
      "frame-ancestors 'none'",
    ])
      expect(policy).toContain(rule);
    expect(policy).not.toContain("unsafe");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-powered-by")).toBeNull();
  });

  it("HTTP-13 an address that is nothing is refused as such", async () => {
    for (const path of ["/api/nothing", "/api", "/.env", "/..%2f..%2fpackage.json", "/socket.io.js"]) {
      const response = await get(path);
      expect([path, response.status]).toEqual([path, 404]);
      expect(await response.json()).toMatchObject({ refusal: { code: "not-found", retryable: false } });
    }
  });

  it("HTTP-13 the directory is open to anybody, and lists open public rooms only", async () => {
    const ada = await server.player("Ada");
    const { room } = await createRoom(ada);
    const { room: secret } = await createRoom(ada, { visibility: "private" });
    const { room: closed } = await createRoom(ada);
    await command(ada, closed, { type: "close" });
    const { rooms } = (await (await get("/api/rooms")).json()) as { rooms: { room: string; head: number }[] };
    const ids = rooms.map((one) => one.room);
    expect(ids).toContain(room);
    expect(ids).not.toContain(secret);
    expect(ids).not.toContain(closed);
    await command(ada, room, { type: "say", text: "one" });
    const later = (await (await get("/api/rooms")).json()) as typeof rooms extends infer R
      ? { rooms: R }
      : never;
    expect(later.rooms.find((one) => one.room === room)?.head).toBe(2);
  });
});
