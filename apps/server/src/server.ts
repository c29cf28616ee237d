import type { Timing } from "@rejoin/protocol";
import type { FastifyBaseLogger } from "fastify";
import type { Config } from "./config.js";
import type { PrismaClient } from "./database/generated/client.js";
import { AddressLimit } from "./gateway/address-limit.js";
import { Beacon } from "./gateway/beacon.js";
import { Gateway } from "./gateway/gateway.js";
import { LobbyFeed } from "./gateway/lobby-feed.js";
import { lobbyHandlers } from "./gateway/lobby-handlers.js";
import { publish } from "./gateway/publish.js";
import { RateLimits } from "./gateway/rate-limits.js";
import { RoomFinder } from "./gateway/room-finder.js";
import { roomHandlers } from "./gateway/room-handlers.js";
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
import { AlarmClock } from "./rooms/alarm-clock.js";
import { LiveRooms } from "./rooms/live-rooms.js";
import { RoomOpener } from "./rooms/open-room.js";
import { Presence } from "./rooms/presence.js";
import { SeatKeeper } from "./rooms/seat-keeper.js";
import { Sweeper } from "./rooms/sweeper.js";

export interface Server {
  /** Starts to listen. @returns the address, such as `http://127.0.0.1:3000` */
  listen(): Promise<string>;
  /** Takes no more commands, finishes those under way, tells the players, and closes. */
  close(): Promise<void>;
}

/** How long orders under way may take to finish when the server goes away, in milliseconds. */
const FINISH_MS = 5_000;

/** The only place where parts meet. Read it from top to bottom to see what a server is made of. */
export async function createServer(
  config: Config,
  prisma: PrismaClient,
  logger: FastifyBaseLogger,
): Promise<Server> {
  const now = Date.now;
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

  const log = new PostgresLog(prisma);
  const cursors = new Cursors(prisma);
  const directory = new Directory(prisma);
  const sessions = new Sessions(prisma, {
    changed: (player) => gateway.playerChanged(player),
    ended: (session) => gateway.sessionEnded(session),
  });

  const presence: Presence = new Presence({
    lingerMs: config.presenceLingerMs,
    arrived: (player) => seats.arrived(player),
    left: (player) => seats.left(player),
  });
  const seats = new SeatKeeper((player) => presence.isHere(player), config.presenceLingerMs);
  const alarms = new AlarmClock(now);
  const lobby = new LobbyFeed(gateway.games, cursors, (error) => failed("me:rooms", error));

  const rooms = new LiveRooms(
    {
      log,
      now,
      random: Math.random,
      committed: (room, events, before) => {
        metrics.eventsPublished(events.length);
        publish(gateway.games, room, events);
        alarms.set(room);
        seats.changed(room);
        lobby.changed(room, before);
      },
    },
    (room) => {
      alarms.set(room);
      seats.loaded(room);
      lobby.changed(room, null);
    },
  );
  const opener = new RoomOpener(log, timingOf(config), now);
  const limits = new RateLimits(config.commandsPerSecond);
  const finder = new RoomFinder(log, rooms, cursors, limits);
  const sweeper = new Sweeper(log, rooms, now);
  const beacon = new Beacon(gateway.games, rooms, log, (room) => seats.hasPlayersHere(room));

  sessionRoutes(app, { sessions, ...config });
  roomRoutes(app, { sessions, directory, finder, log });
  healthRoutes(app, {
    askDatabase: () => prisma.$queryRaw`SELECT 1`,
    draining: () => gateway.draining,
    metrics: metrics.registry,
  });
  await webApp(app);

  const draining = () => gateway.draining;
  const seen = lobby.ownChanged.bind(lobby);
  gateway.open({
    sessions,
    presence,
    connectionsPerPlayer: config.connectionsPerSession,
    addresses: new AddressLimit(config),
    connected: (count) => metrics.connections(count),
    admit: ({ socket }) => limits.message(socket.data.player.id),
    refused: (event, { code }) => metrics.refused(event, code),
    failed,
    handlers: {
      ...lobbyHandlers(directory),
      ...roomHandlers({ log, rooms, finder, opener, cursors, sessions, limits, draining, seen, failed }),
    },
  });

  return {
    async listen() {
      const address = await app.listen({ port: config.port, host: config.host });
      sweeper.start();
      beacon.start();
      return address;
    },
    async close() {
      gateway.drain();
      sweeper.stop();
      beacon.stop();
      alarms.stop();
      // First, so that nobody who leaves because of it counts as absent.
      presence.stop();
      seats.stop();
      await finishOrders(rooms);
      lobby.stop();
      await gateway.close();
      await app.close();
    },
  };
}

function timingOf({ countdownMs, seatGraceMs, closeEmptyMs, closeIdleMs }: Config): Timing {
  return { countdownMs, graceMs: seatGraceMs, closeEmptyMs, closeIdleMs };
}

async function finishOrders(rooms: LiveRooms): Promise<void> {
  const deadline = performance.now() + FINISH_MS;
  while ([...rooms.awake()].some((room) => room.busy) && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
