import { type Player, type Refusal, refuse, SESSION_COOKIE } from "@rejoin/protocol";
import type { FastifyReply, FastifyRequest } from "fastify";
import { SESSION_DAYS, type Sessions } from "../players/sessions.js";

/** The token that a request's cookie carries, or "". */
export function tokenOf(request: FastifyRequest): string {
  return request.cookies[SESSION_COOKIE] ?? "";
}

/** The player that a request's cookie speaks for, or null. */
export async function playerOf(request: FastifyRequest, sessions: Sessions): Promise<Player | null> {
  const token = tokenOf(request);
  return token ? sessions.find(token) : null;
}

export function noSession(): Refusal {
  return refuse("unauthenticated", "No valid session. Make one with POST /api/session.");
}

export function giveCookie(request: FastifyRequest, reply: FastifyReply, token: string): FastifyReply {
  const secure = request.protocol === "https";
  return reply.setCookie(SESSION_COOKIE, token, {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure,
    maxAge: SESSION_DAYS * 86_400,
  });
}

export function takeCookie(reply: FastifyReply): FastifyReply {
  return reply.clearCookie(SESSION_COOKIE, { path: "/" });
}
