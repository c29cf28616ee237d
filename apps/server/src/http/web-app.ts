import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import { refuse } from "@rejoin/protocol";
import type { FastifyInstance } from "fastify";
import { checkoutRoot } from "../checkout.js";
import { replyRefusal } from "./refusal-reply.js";

const built = join(checkoutRoot, "apps/web/dist");

/** Serves the built page: its files, and for every other address of it the one document whose script knows the rest. */
export async function webApp(app: FastifyInstance): Promise<void> {
  const isBuilt = existsSync(join(built, "index.html"));
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: built,
      wildcard: true,
      index: "index.html",
      setHeaders: (reply, path) => {
        // The build puts a hash into the names of these, so they never change.
        if (path.includes("/assets/"))
          reply.setHeader("cache-control", "public, max-age=31536000, immutable");
        else reply.setHeader("cache-control", "no-cache");
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      isBuilt &&
      request.method === "GET" &&
      !request.url.startsWith("/api/") &&
      request.headers.accept?.includes("text/html");
    if (isPage) return reply.header("cache-control", "no-cache").sendFile("index.html");
    return replyRefusal(
      reply,
      refuse("not-found", `There is nothing at ${request.method} ${request.url.slice(0, 200)}.`),
    );
  });
}
