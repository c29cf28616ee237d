import { device as deviceShape, parse, redeemTransfer, refuse } from "@rejoin/protocol";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { isLoopback } from "../address.js";
import { deviceLabel } from "../players/device-label.js";
import type { Devices } from "../players/devices.js";
import type { Sessions } from "../players/sessions.js";
import type { Transfers } from "../players/transfers.js";
import { replyRefusal } from "./refusal-reply.js";
import { giveCookie, noSession, playerOf, takeCookie, tokenOf } from "./session-cookie.js";

export interface DeviceRouteOptions {
  sessions: Sessions;
  devices: Devices;
  transfers: Transfers;
  /** Transfers that one address may offer, and guess at, in a minute. */
  transfersPerMinute: number;
  /** Whether the limit holds for this machine's own addresses too. */
  limitLoopback: boolean;
}

/** A player's devices, and how another one becomes one of them. */
export function deviceRoutes(app: FastifyInstance, options: DeviceRouteOptions): void {
  const { sessions, devices, transfers, transfersPerMinute, limitLoopback } = options;
  const rateLimit = {
    max: transfersPerMinute,
    timeWindow: "1 minute",
    allowList: (request: FastifyRequest) => !limitLoopback && isLoopback(request.ip),
  };

  app.post("/api/session/transfer", { config: { rateLimit } }, async (request, reply) => {
    const player = await playerOf(request, sessions);
    if (!player) return replyRefusal(reply, noSession());
    return reply.code(201).send(await transfers.offer(player.id));
  });

  app.post("/api/session/redeem", { config: { rateLimit } }, async (request, reply) => {
    const body = parse(redeemTransfer, request.body ?? {});
    if (!body.ok) return replyRefusal(reply, body.refusal);
    const known = await playerOf(request, sessions);
    const label = deviceLabel(request.headers["user-agent"]);
    const redeemed = await transfers.redeem(body.value.transfer, known, label);
    if (!redeemed.ok) return replyRefusal(reply, redeemed.refusal);
    // Nobody could come back to what this browser was: its cookie is about to be another one.
    if (known) await sessions.revoke(tokenOf(request));
    const { player, token } = redeemed.opened;
    return giveCookie(request, reply, token).code(201).send({ player });
  });

  app.get("/api/sessions", async (request, reply) => {
    const player = await playerOf(request, sessions);
    if (!player) return replyRefusal(reply, noSession());
    return { devices: await devices.list(player.id, tokenOf(request)) };
  });

  app.delete<{ Params: { device: string } }>("/api/sessions/:device", async (request, reply) => {
    const player = await playerOf(request, sessions);
    if (!player) return replyRefusal(reply, noSession());
    const id = parse(deviceShape.shape.id, request.params.device);
    const isOurs =
      id.ok && (await devices.list(player.id, tokenOf(request))).find((one) => one.id === id.value);
    if (!isOurs || !(await devices.end(player.id, isOurs.id)))
      return replyRefusal(reply, refuse("not-found", "You have no such device."));
    return (isOurs.isThis ? takeCookie(reply) : reply).code(204).send();
  });
}
