import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import { refuse } from "@rejoin/protocol";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { checkoutRoot } from "../checkout.js";
import { Page } from "./page.js";
import { replyRefusal } from "./refusal-reply.js";

const built = join(checkoutRoot, "apps/web/dist");
const document = join(built, "index.html");

/** Serves the built page: its files, and for every other address of it the one document whose script knows the rest. */
export async function webApp(app: FastifyInstance): Promise<void> {
  const page = existsSync(document) ? new Page(document) : null;
  const send = (request: FastifyRequest, reply: FastifyReply, found: Page): FastifyReply =>
    reply.header("cache-control", "no-cache").type("text/html; charset=utf-8").send(found.for(request));
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
