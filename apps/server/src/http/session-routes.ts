import { changeSession, createSession, type Player, parse } from "@rejoin/protocol";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isLoopback } from "../address.js";
import { deviceLabel } from "../players/device-label.js";
import type { Sessions } from "../players/sessions.js";
import { replyRefusal } from "./refusal-reply.js";
import { giveCookie, noSession, playerOf, takeCookie, tokenOf } from "./session-cookie.js";

export interface SessionRouteOptions {
  sessions: Sessions;
  /** New sessions that one address may open in a minute. */
  sessionsPerMinute: number;
  /** Whether the limit holds for this machine's own addresses too. */
  limitLoopback: boolean;
}

/** `/api/session`: who this browser is. */
export function sessionRoutes(
  app: FastifyInstance,
  { sessions, sessionsPerMinute, limitLoopback }: SessionRouteOptions,
): void {
  const rateLimit = {
    max: sessionsPerMinute,
    timeWindow: "1 minute",
    allowList: (request: FastifyRequest) => !limitLoopback && isLoopback(request.ip),
  };

  app.post("/api/session", { config: { rateLimit } }, async (request, reply) => {
    const body = parse(createSession, request.body ?? {});
    if (!body.ok) return replyRefusal(reply, body.refusal);
    const known = await playerOf(request, sessions);
    if (known) return renew(known, body.value.name, request, reply);
    const { player, token } = await sessions.open(
      body.value.name,
      deviceLabel(request.headers["user-agent"]),
    );
    return giveCookie(request, reply, token).code(201).send({ player });
  });

  app.get("/api/session", async (request, reply) => {
    const player = await playerOf(request, sessions);
    return player ? { player } : replyRefusal(reply, noSession());
  });

  app.patch("/api/session", async (request, reply) => {
    const body = parse(changeSession, request.body ?? {});
    if (!body.ok) return replyRefusal(reply, body.refusal);
    const player = await playerOf(request, sessions);
    if (!player) return replyRefusal(reply, noSession());
    return { player: await sessions.change(player.id, body.value) };
  });

  app.delete("/api/session", async (request, reply) => {
    const token = tokenOf(request);
    if (token) await sessions.revoke(token);
    return takeCookie(reply).code(204).send();
  });

  /** Whoever asks again stays the same player, with a new token. */
  async function renew(
    known: Player,
    name: string | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const player = name ? await sessions.change(known.id, { name }) : known;
    const token = await sessions.rotate(known.id, tokenOf(request));
    return giveCookie(request, reply, token).code(201).send({ player });
  }
}
