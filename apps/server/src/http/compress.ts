import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { FastifyInstance, FastifyRequest } from "fastify";

const zip = promisify(gzip);

/** Below this a packet is not filled either way, in bytes. */
const WORTH_IT = 1_000;

/** Compresses text that is read, such as a page of a replay, for whoever understands it. Files are compressed when built. */
export function compressReplies(app: FastifyInstance): void {
  app.addHook("onSend", async (request, reply, payload) => {
    if (typeof payload !== "string" || payload.length < WORTH_IT || request.method !== "GET") return payload;
    reply.header("vary", "accept-encoding");
    if (!understandsGzip(request)) return payload;
    const zipped = await zip(payload);
    reply.header("content-encoding", "gzip").header("content-length", zipped.length);
    return zipped;
  });
}

function understandsGzip({ headers }: FastifyRequest): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(String(headers["accept-encoding"] ?? ""));
}
