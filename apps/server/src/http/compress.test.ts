import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRoom, type ServerUnderTest, startServer, talk } from "../testing/server-under-test.js";

let server: ServerUnderTest;
let replay: string;
beforeAll(async () => {
  server = await startServer();
  const ada = await server.player("Ada");
  const { room } = await createRoom(ada);
  await talk(ada, room, 50);
  replay = `${server.url}/api/rooms/${room}/events?after=0&limit=100`;
});
afterAll(() => server[Symbol.asyncDispose]());

const get = (url: string, understands: string) => fetch(url, { headers: { "accept-encoding": understands } });

describe("what is long", () => {
  it.each(["gzip", "gzip, deflate, br, zstd", "br;q=0.9, gzip;q=0.5"])(
    "HTTP-17 is compressed for whoever understands it: %s",
    async (understands) => {
      const [small, plain] = [await get(replay, understands), await get(replay, "identity")];
      expect([small, plain].map(({ headers }) => headers.get("content-encoding"))).toEqual(["gzip", null]);
      expect(Number(small.headers.get("content-length"))).toBeLessThan(
        Number(plain.headers.get("content-length")) / 3,
      );
      expect(await small.json()).toEqual(await plain.json());
    },
  );

  it.each(["identity", "br", "gzip;q=0", "gzip;q=0.0, br"])(
    "HTTP-17 is plain for others: %s",
    async (understands) => {
      const answer = await get(replay, understands);
      expect(answer.headers.get("content-encoding")).toBeNull();
      expect(answer.headers.get("vary")).toContain("accept-encoding");
    },
  );

  it("HTTP-17 and what is short is left as it is", async () => {
    const answer = await get(`${server.url}/healthz`, "gzip");
    expect(answer.headers.get("content-encoding")).toBeNull();
  });
});
