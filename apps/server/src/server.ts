import type { Timing } from "@rejoin/protocol";
import type { FastifyBaseLogger } from "fastify";
import { systemClock } from "./clock.js";
import type { Config } from "./config.js";
import type { PrismaClient } from "./database/generated/client.js";
import { type Failpoints, noFailpoints } from "./failpoints.js";
import { createGames } from "./games.js";
import { AddressLimit } from "./gateway/address-limit.js";
import { Gateway } from "./gateway/gateway.js";
import { RateLimits } from "./gateway/rate-limits.js";
import { healthRoutes } from "./http/health-routes.js";
import { createHttpApp } from "./http/http-app.js";
import { roomRoutes } from "./http/room-routes.js";
import { sessionRoutes } from "./http/session-routes.js";
import { webApp } from "./http/web-app.js";
import { PostgresLog } from "./log/postgres-log.js";
import { Metrics } from "./metrics.js";
import { Sessions } from "./players/sessions.js";
import { Cursors } from "./read-models/cursors.js";
import { Directory } from "./read-models/directory.js";

export interface Server {
  /** Starts to listen. @returns the address, such as `http://127.0.0.1:3000` */
  listen(): Promise<string>;
  /** Takes no more commands, finishes those under way, tells the players, and closes. */
  close(): Promise<void>;
}

/** The only place where Postgres, Socket.IO and HTTP meet. What the games themselves are made of is in `games.ts`. */
export async function createServer(
  config: Config,
  prisma: PrismaClient,
  logger: FastifyBaseLogger,
  failpoints: Failpoints = noFailpoints,
): Promise<Server> {
  const metrics = new Metrics();
  const failed = (event: string, error: unknown) => {
    metrics.failed(event);
    logger.error({ err: error, event }, "a message failed");
  };

  const app = await createHttpApp({
    logger,
    trustProxy: config.trustProxy,
    allowedOrigins: config.publicOrigins,
  });
  const gateway = new Gateway(app.server, config.publicOrigins);

  const log = new PostgresLog(prisma, failpoints);
  const directory = new Directory(prisma);
  const sessions = new Sessions(prisma, {
    changed: (player) => gateway.playerChanged(player),
    ended: (session) => gateway.sessionEnded(session),
  });
  const draining = () => gateway.draining;
  const games = createGames({
    log,
    cursors: new Cursors(prisma),
    directory,
    sessions,
    hub: gateway.hub,
    clock: { ...systemClock, now: failpoints.now },
    random: Math.random,
    limits: new RateLimits(config.commandsPerSecond),
    timing: timingOf(config),
    presenceLingerMs: config.presenceLingerMs,
    draining,
    committed: (count) => {
      metrics.eventsPublished(count);
      failpoints.pass("before-broadcast");
    },
    told: () => failpoints.pass("after-broadcast"),
    refused: (event, { code }) => metrics.refused(event, code),
    failed,
  });

  sessionRoutes(app, { sessions, ...config });
  roomRoutes(app, { sessions, directory, finder: games.finder, log });
  healthRoutes(app, {
    askDatabase: () => prisma.$queryRaw`SELECT 1`,
    draining,
    metrics: metrics.registry,
  });
  await webApp(app);

  gateway.open({
    sessions,
    connectionsPerPlayer: config.connectionsPerSession,
    addresses: new AddressLimit(config),
    connected: (count) => metrics.connections(count),
    welcome: (line) => games.welcome(line),
    failed,
  });

  return {
    async listen() {
      const address = await app.listen({ port: config.port, host: config.host });
      games.start();
      return address;
    },
    async close() {
      gateway.drain();
      await games.stop();
      await gateway.close();
      await app.close();
    },
  };
}

function timingOf({ countdownMs, seatGraceMs, closeEmptyMs, closeIdleMs }: Config): Timing {
  return { countdownMs, graceMs: seatGraceMs, closeEmptyMs, closeIdleMs };
}
