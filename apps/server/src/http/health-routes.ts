import { refuse } from "@rejoin/protocol";
import type { FastifyInstance } from "fastify";
import type { Registry } from "prom-client";
import { within } from "../within.js";
import { replyRefusal } from "./refusal-reply.js";

export interface HealthRouteOptions {
  /** Whether the database takes what players do. May reject, or be silent, when it does not. */
  askDatabase: () => Promise<boolean>;
  draining: () => boolean;
  metrics: Registry;
}

/** How long the database may take to answer before this server calls itself not ready, in milliseconds. */
const DATABASE_PATIENCE_MS = 2_000;

/** Whether the process lives, whether it can take players, and its figures. */
export function healthRoutes(
  app: FastifyInstance,
  { askDatabase, draining, metrics }: HealthRouteOptions,
): void {
  app.get("/healthz", () => ({ alive: true }));

  app.get("/readyz", async (_request, reply) => {
    if (draining()) return replyRefusal(reply, refuse("draining", "This server is being replaced."));
    const answered = await within(
      askDatabase().catch(() => false),
      DATABASE_PATIENCE_MS,
    );
    return answered
      ? { ready: true }
      : replyRefusal(reply, refuse("unavailable", "The database does not answer, or takes nothing."));
  });

  app.get("/metrics", async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.metrics()),
  );
}
