import { LIMITS, type Timing } from "@rejoin/protocol";
import type { FastifyBaseLogger } from "fastify";
import { systemClock } from "./clock.js";
import type { Config } from "./config.js";
import { DatabaseHealth } from "./database/database-health.js";
import type { PrismaClient } from "./database/generated/client.js";
import { type Failpoints, noFailpoints } from "./failpoints.js";
import { createGames } from "./games.js";
import { AddressLimit } from "./gateway/address-limit.js";
import { type FanOut, Gateway } from "./gateway/gateway.js";
import { Places } from "./gateway/places.js";
import { RateLimits } from "./gateway/rate-limits.js";
import type { ReadingLimits } from "./gateway/sparing-hub.js";
import { deviceRoutes } from "./http/device-routes.js";
import { healthRoutes } from "./http/health-routes.js";
import { createHttpApp } from "./http/http-app.js";
import { roomRoutes } from "./http/room-routes.js";
import { sessionRoutes } from "./http/session-routes.js";
import { TableCards } from "./http/table-cards.js";
import { webApp } from "./http/web-app.js";
import { PostgresLog } from "./log/postgres-log.js";
import { Metrics } from "./metrics.js";
import { Devices } from "./players/devices.js";
import { PostgresPresence } from "./players/postgres-presence.js";
import { SessionWatch } from "./players/session-watch.js";
import { type SessionPorts, Sessions } from "./players/sessions.js";
import { Transfers } from "./players/transfers.js";
import { Cursors } from "./read-models/cursors.js";
import { Directory } from "./read-models/directory.js";
import { Invitations } from "./read-models/invitations.js";
import { LobbyVisits } from "./read-models/lobby-visits.js";
import { secureDraws } from "./rooms/room-draws.js";

export interface Server {
  /** Starts to listen. @returns the address, such as `http://127.0.0.1:3000` */
  listen(): Promise<string>;
  /** Takes no more commands, finishes those under way, tells the players, and closes. */
  close(): Promise<void>;
}

/** With so many waiting at the door, whoever else comes is asked to come again. */
const HANDSHAKES_WAITING = 2_000;

/** The only place where Postgres, Socket.IO and HTTP meet. What the games themselves are made of is in `games.ts`. */
export async function createServer(
  config: Config,
  prisma: PrismaClient,
  logger: FastifyBaseLogger,
  failpoints: Failpoints = noFailpoints,
  health = new DatabaseHealth(),
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
  app.server.maxConnections = config.connections;
  app.server.on("drop", () => metrics.refused("connect", "too-many-connections"));
  const gateway = new Gateway(app.server, config.publicOrigins, fanOut());

  const log = new PostgresLog(prisma, failpoints, (how) => metrics.appended(how));
  const directory = new Directory(prisma);
  const sessionPorts: SessionPorts = {
    changed: (player) => gateway.playerChanged(player),
    ended: (session) => gateway.sessionEnded(session),
  };
  const sessions = new Sessions(prisma, sessionPorts);
  const sessionWatch = new SessionWatch(sessions, sessionPorts, systemClock);
  const draining = () => gateway.draining;
  const limits = new RateLimits(config.commandsPerSecond);
  const games = createGames({
    log,
    commits: log.commits,
    cursors: new Cursors(prisma),
    directory,
    invitations: new Invitations(prisma),
    visits: new LobbyVisits(prisma),
    register: new PostgresPresence(prisma, config.presenceLeaseMs),
    sessions,
    hub: gateway.hub,
    clock: { ...systemClock, now: failpoints.now },
    random: Math.random,
    draws: secureDraws,
    limits,
    timing: timingOf(config),
    quick: { botAfterMs: config.botAfterMs },
    watchersPerRoom: config.watchersPerRoom,
    presenceLingerMs: config.presenceLingerMs,
    presenceTiming: { leaseMs: config.presenceLeaseMs, comeBackMs: config.comeBackMs },
    keeping: config,
    reading: readingLimitsOf(config),
    catchUpsAtOnce: config.catchUpsAtOnce,
    catchUpEvents: LIMITS.catchUpEvents,
    parked: metrics.parked.bind(metrics),
    roomsCounted: metrics.rooms.bind(metrics),
    purged: metrics.purged.bind(metrics),
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
  deviceRoutes(app, {
    sessions,
    devices: new Devices(prisma, sessionPorts),
    transfers: new Transfers(prisma, sessions),
    ...config,
  });
  roomRoutes(app, { sessions, directory, finder: games.finder, log });
  healthRoutes(app, {
    askDatabase: async () => (await takesWrites(prisma)) && health.isWell,
    draining,
    metrics: metrics.registry,
  });
  await webApp(app, new TableCards(directory, limits));

  gateway.open({
    sessions,
    connectionsPerPlayer: config.connectionsPerSession,
    addresses: new AddressLimit(config),
    lookUps: new Places(config.handshakesAtOnce, HANDSHAKES_WAITING),
    random: Math.random,
    connected: (count) => metrics.connections(count),
    welcome: (line) => games.welcome(line),
    refused: ({ code }) => metrics.refused("connect", code),
    failed,
  });

  return {
    async listen() {
      const address = await app.listen({ port: config.port, host: config.host });
      games.start();
      sessionWatch.start();
      return address;
    },
    async close() {
      gateway.drain();
      sessionWatch.stop();
      await games.stop();
      await gateway.close();
      await app.close();
    },
  };
}

/**
 * How one server's words reach the connections of another at once. Without it they come with the beacon, within two
 * seconds: what is heard is the same, since each server reads the log by itself.
 */
function fanOut(): FanOut | undefined {
  return undefined;
}

async function takesWrites(prisma: PrismaClient): Promise<boolean> {
  const [row] = await prisma.$queryRaw<{ readonly: string }[]>`
    SELECT current_setting('transaction_read_only') AS readonly`;
  return row?.readonly === "off";
}

function readingLimitsOf({ slowReaderBytes }: Config): ReadingLimits {
  return { parkAbove: slowReaderBytes, goOnBelow: slowReaderBytes / 4, cutAbove: slowReaderBytes * 4 };
}

function timingOf({ countdownMs, seatGraceMs, closeEmptyMs, closeIdleMs }: Config): Timing {
  return { countdownMs, graceMs: seatGraceMs, closeEmptyMs, closeIdleMs };
}
