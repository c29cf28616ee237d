import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import { refuse } from "@rejoin/protocol";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { checkoutRoot } from "../checkout.js";
import { type Card, Page } from "./page.js";
import { replyRefusal } from "./refusal-reply.js";
import type { TableCards } from "./table-cards.js";

const defaultFolder = join(checkoutRoot, "apps/web/dist");

/**
 * Serves the built page: its files, and for every other address of it the one document whose script knows the rest.
 *
 * @param cards what links to tables look like
 * @param built the folder that the page was built into
 */
export async function webApp(
  app: FastifyInstance,
  cards: TableCards,
  built: string = defaultFolder,
): Promise<void> {
  const document = join(built, "index.html");
  const page = existsSync(document) ? new Page(document) : null;
  const send = (
    request: FastifyRequest,
    reply: FastifyReply,
    found: Page,
    card: Card | null = null,
  ): FastifyReply =>
    reply.header("cache-control", "no-cache").type("text/html; charset=utf-8").send(found.for(request, card));
  if (page) {
    await app.register(fastifyStatic, {
      root: built,
      wildcard: true,
      index: false,
      preCompressed: true,
      // Its own header would win over the one below.
      cacheControl: false,
      setHeaders: (reply, path) => {
        reply.setHeader("vary", "accept-encoding");
        // The build puts a hash into the names of these, so they never change.
        if (path.includes("/assets/"))
          reply.setHeader("cache-control", "public, max-age=31536000, immutable");
        else reply.setHeader("cache-control", "no-cache");
      },
    });
    for (const path of ["/", "/index.html"]) app.get(path, (request, reply) => send(request, reply, page));
    // Whatever they accept: what shows a link in a chat seldom says that it wants a page.
    app.get<{ Params: { table: string } }>("/r/:table", async (request, reply) =>
      send(request, reply, page, await cards.ofTable(request.params.table, request.ip)),
    );
    app.get<{ Params: { table: string } }>("/replay/:table", async (request, reply) =>
      send(request, reply, page, await cards.ofReplay(request.params.table, request.ip)),
    );
  }
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === "GET" &&
      !request.url.startsWith("/api/") &&
      request.headers.accept?.includes("text/html");
    if (page && isPage) return send(request, reply, page);
    return replyRefusal(
      reply,
      refuse("not-found", `There is nothing at ${request.method} ${request.url.slice(0, 200)}.`),
    );
  });
}
