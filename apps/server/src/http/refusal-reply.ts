import type { Refusal, RefusalCode } from "@rejoin/protocol";
import type { FastifyReply } from "fastify";

const STATUS: Partial<Record<RefusalCode, number>> = {
  unauthenticated: 401,
  "forbidden-origin": 403,
  "room-not-found": 404,
  "not-found": 404,
  "too-large": 413,
  "rate-limited": 429,
  internal: 500,
  draining: 503,
  unavailable: 503,
  busy: 503,
};

/** Answers with a refusal and the status that fits its code. */
export function replyRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  if (refusal.retryAfterMs !== undefined) reply.header("retry-after", Math.ceil(refusal.retryAfterMs / 1000));
  return reply.code(STATUS[refusal.code] ?? 400).send({ refusal });
}
