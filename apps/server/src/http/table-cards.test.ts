import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RawPlayer } from "@rejoin/testkit";
import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkoutRoot } from "../checkout.js";
import { RateLimits } from "../gateway/rate-limits.js";
import { LogUnavailable } from "../log/event-log.js";
import { Directory } from "../read-models/directory.js";
import { command, createRoom, type ServerUnderTest, startServer } from "../testing/server-under-test.js";
import { createHttpApp } from "./http-app.js";
import { TableCards } from "./table-cards.js";
import { webApp } from "./web-app.js";

const WICKED = `</title><script>alert("1")</script> '$&'`;
const GENERIC = "A table at Rejoin";

const folder = mkdtempSync(join(tmpdir(), "page-"));
let server: ServerUnderTest;
let ada: RawPlayer;
let app: FastifyInstance;
beforeAll(async () => {
  cpSync(join(checkoutRoot, "apps/web/index.html"), join(folder, "index.html"));
  server = await startServer();
  ada = await server.player(`Ada "<b>"`);
  app = await appWith(new Directory(server.database.prisma));
});
afterAll(async () => {
  await app.close();
  await server[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

async function appWith(directory: Pick<Directory, "publicRoom">): Promise<FastifyInstance> {
  const options = { logger: pino({ level: "silent" }), trustProxy: false, allowedOrigins: [] };
  const made = await createHttpApp(options);
  await webApp(made, new TableCards(directory, new RateLimits(1_000)), folder);
  return made;
}

/** The page as something that shows a link gets it. */
async function open(path: string, asked = app) {
  const { statusCode, headers, body } = await asked.inject({ url: path, headers: { accept: "*/*" } });
  return { statusCode, headers, body };
}

function metaOf(body: string, name: string): string | undefined {
  return new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(body)?.[1];
}

describe("a link to a table", () => {
  it("HTTP-18 shows the title and the game of a public one, by its code or its id, open or closed", async () => {
    const { room, code } = await createRoom(ada, { title: "Friday night", game: "chess" });
    for (const close of [false, true]) {
      if (close) await command(ada, room, { type: "close" });
      for (const path of [`/r/${code}`, `/r/${code.toLowerCase()}`, `/replay/${code}`, `/replay/${room}`]) {
        const { statusCode, headers, body } = await open(path);
        expect([statusCode, headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
        expect(metaOf(body, "og:title")).toBe("Friday night · Chess");
        expect(body).toContain("<title>Friday night · Rejoin</title>");
        expect(metaOf(body, "og:description")).toBe(metaOf(body, "description"));
      }
    }
  });

  it("HTTP-18 lets no title and no name out of the words that they stand in", async () => {
    const { code } = await createRoom(ada, { title: WICKED });
    const { body, headers } = await open(`/r/${code}`);
    expect(body).not.toContain('alert("1")');
    expect(body).not.toContain("<b>");
    expect(body).toContain(
      "<title>&lt;/title&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &#39;$&amp;&#39; · Rejoin</title>",
    );
    expect(metaOf(body, "description")).toContain("Ada &quot;&lt;b&gt;&quot; hosts this table.");
    expect(headers["content-security-policy"]).toContain("script-src 'self'");
    const scripts = (html: string) => html.match(/<script/g)?.length;
    expect(scripts(body)).toBe(scripts((await open("/")).body));
  });

  it("HTTP-18 says of a private table what it says of none", async () => {
    const { room, code } = await createRoom(ada, { title: "Hush", visibility: "private" });
    for (const page of ["r", "replay"]) {
      const [hidden, byId, none] = await Promise.all([
        open(`/${page}/${code}`),
        open(`/${page}/${room}`),
        open(`/${page}/ZZZZZ2`),
      ]);
      expect(metaOf(none.body, "og:title")).toBe(GENERIC);
      expect([hidden.body, byId.body]).toEqual([none.body, none.body]);
    }
    const { code: was, room: wasPublic } = await createRoom(ada, { title: "Not any more" });
    await command(ada, wasPublic, { type: "configure", visibility: "private" });
    expect((await open(`/r/${was}`)).body).not.toContain("Not any more");
  });

  it("HTTP-18 opens where the address is no table at all", async () => {
    for (const path of ["/r/%00", "/r/%22%3E", "/replay/x", `/r/${"A".repeat(90)}`])
      expect((await open(path)).statusCode).toBe(200);
  });

  it("HTTP-18 is not looked up for whoever guesses codes", async () => {
    const { code } = await createRoom(ada, { title: "Found" });
    await using guessed = await appWith(new Directory(server.database.prisma));
    const titleOf = async () => metaOf((await open(`/r/${code}`, guessed)).body, "og:title");
    expect(await titleOf()).toBe("Found · Tic-tac-toe");
    for (let guess = 0; guess < 60; guess += 1) await open("/r/ZZZZZ2", guessed);
    expect(await titleOf()).toBe(GENERIC);
  });

  it("HTTP-18 opens as soon without a database", async () => {
    const away = async () => Promise.reject(new LogUnavailable("away"));
    for (const publicRoom of [away, () => new Promise<never>(() => {})]) {
      await using silent = await appWith({ publicRoom });
      expect(metaOf((await open("/r/ABC234", silent)).body, "og:title")).toBe(GENERIC);
    }
  });
});
