import fastifyCookie from "@fastify/cookie";
import fastifyHelmet from "@fastify/helmet";
import fastifyRateLimit from "@fastify/rate-limit";
import { LIMITS, refuse } from "@rejoin/protocol";
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  LogController,
} from "fastify";
import { LogUnavailable } from "../log/event-log.js";
import { isOriginAllowed } from "../origin.js";
import { compressReplies } from "./compress.js";
import { replyRefusal } from "./refusal-reply.js";

export interface HttpAppOptions {
  logger: FastifyBaseLogger;
  trustProxy: boolean;
  allowedOrigins: readonly string[];
}

/** How long a request may take to arrive, and how long nothing may move on a connection, in milliseconds. */
const REQUEST_MS = 30_000;
const IDLE_MS = 60_000;

const WRITING = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/** Fastify with what every route shares: strict headers, cookies, the check of `Origin`, small answers, refusals as errors. */
export async function createHttpApp({
  logger,
  trustProxy,
  allowedOrigins,
}: HttpAppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: logger,
    trustProxy,
    bodyLimit: LIMITS.packetBytes,
    requestTimeout: REQUEST_MS,
    connectionTimeout: IDLE_MS,
    logController: new LogController({ disableRequestLogging: true }),
  });
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: { directives: CONTENT_SECURITY },
    strictTransportSecurity: false,
  });
  await app.register(fastifyCookie);
  compressReplies(app);
  await app.register(fastifyRateLimit, {
    global: false,
    errorResponseBuilder: (_request, { ttl }) => Object.assign(new Error("rate"), { statusCode: 429, ttl }),
  });
  app.addHook("onRequest", async (request, reply) => {
    if (
      !WRITING.has(request.method) ||
      isOriginAllowed(request.headers.origin, request.headers.host, allowedOrigins)
    )
      return;
    return replyRefusal(reply, refuse("forbidden-origin", "This request comes from another site."));
  });
  app.setErrorHandler((error: FastifyError & { ttl?: number }, request, reply) => {
    if (error.statusCode === 429)
      return replyRefusal(
        reply,
        refuse("rate-limited", "Too many requests from this address. Wait a little.", error.ttl),
      );
    if (error.statusCode === 413) return replyRefusal(reply, refuse("too-large", "The body is too large."));
    if (error.statusCode !== undefined && error.statusCode < 500)
      return replyRefusal(reply, refuse("invalid-message", error.message));
    request.log.error({ err: error }, "a request failed");
    if (error instanceof LogUnavailable)
      return replyRefusal(reply, refuse("unavailable", "The server cannot reach its database.", 1_000));
    return replyRefusal(reply, refuse("internal", "The server made a mistake. It was noted.", 1_000));
  });
  return app;
}

const CONTENT_SECURITY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", "data:"],
  connectSrc: ["'self'", "ws:", "wss:"],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null,
};
