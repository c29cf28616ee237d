import type { QuickPlay, Timing } from "@rejoin/protocol";
import type { Clock } from "./clock.js";
import { type AnswerPorts, answerAll, type Incoming } from "./gateway/answer.js";
import { Beacon } from "./gateway/beacon.js";
import { hearAnew } from "./gateway/hear-anew.js";
import type { Hub, Line } from "./gateway/hub.js";
import { LobbyFeed } from "./gateway/lobby-feed.js";
import { lobbyHandlers } from "./gateway/lobby-handlers.js";
import { LobbyNews } from "./gateway/lobby-news.js";
import { LobbyWatch } from "./gateway/lobby-watch.js";
import { MessagesUnderWay } from "./gateway/messages-under-way.js";
import { Places } from "./gateway/places.js";
import { publish } from "./gateway/publish.js";
import { QuickPlayer } from "./gateway/quick-play.js";
import type { Limits } from "./gateway/rate-limits.js";
import { RoomFinder } from "./gateway/room-finder.js";
import { roomHandlers } from "./gateway/room-handlers.js";
import { type ReadingLimits, SparingHub } from "./gateway/sparing-hub.js";
import type { Visitor } from "./gateway/visitor.js";
import { Watchers } from "./gateway/watchers.js";
import type { EventLog } from "./log/event-log.js";
import type { PresenceRegister } from "./players/presence-register.js";
import type { Sessions } from "./players/sessions.js";
import type { Cursors } from "./read-models/cursors.js";
import type { LobbyLists } from "./read-models/lobby-lists.js";
import { AlarmClock } from "./rooms/alarm-clock.js";
import { Evictor } from "./rooms/evictor.js";
import { Housekeeper } from "./rooms/housekeeper.js";
import { LiveRooms } from "./rooms/live-rooms.js";
import { RoomOpener } from "./rooms/open-room.js";
import { Presence } from "./rooms/presence.js";
import { PresenceLease, type PresenceTiming } from "./rooms/presence-lease.js";
import type { Room } from "./rooms/room.js";
import type { RoomDraws } from "./rooms/room-draws.js";
import { SeatKeeper } from "./rooms/seat-keeper.js";
import { SnapshotTaker } from "./rooms/snapshot-taker.js";
import { Sweeper } from "./rooms/sweeper.js";

/** How much is kept, in memory and in the log. */
export interface Keeping {
  /** Rooms in memory, unless more are in use. */
  roomsInMemory: number;
  /** How long a room stays in memory when nobody uses it, in milliseconds. */
  roomIdleMs: number;
  /** Events between two snapshots of a room. */
  snapshotEvery: number;
  /** Of a long log, so many of the newest events are kept at the least. */
  retainEvents: number;
  /** And those that are younger than this, in milliseconds. */
  retainMs: number;
  /** How long a closed room can still be looked at, in milliseconds. */
  purgeClosedAfterMs: number;
}

/** What the games need of the world. Postgres and Socket.IO stand behind these in production, and memory in a simulation. */
export interface GamesPorts {
  log: EventLog;
  cursors: Pick<Cursors, "of" | "move">;
  directory: LobbyLists;
  register: PresenceRegister;
  sessions: Pick<Sessions, "exists">;
  hub: Hub;
  clock: Clock;
  /** A number from 0 up to, not including, 1. */
  random: () => number;
  draws: RoomDraws;
  limits: Limits;
  timing: Timing;
  /** What tables live by that quick play opens. */
  quick: QuickPlay;
  /** Connections that may hear one room, beside those whose table it is. */
  watchersPerRoom: number;
  /** How long a lost connection is waited for, in milliseconds, before its player counts as gone from here. */
  presenceLingerMs: number;
  presenceTiming: PresenceTiming;
  keeping: Keeping;
  /** What a connection may leave unread. */
  reading: ReadingLimits;
  /** Pages of catch-up that are read and sent at once. */
  catchUpsAtOnce: number;
  /** Whether this server is going away, and takes no new commands. */
  draining: () => boolean;
  /** Hears how many events were committed, before anybody is told of them. */
  committed: (count: number) => void;
  /** Hears that they were told, before they are answered. */
  told: () => void;
  /** Hears now and then how many rooms are in memory, and how many of them are above the limit. */
  roomsCounted: (rooms: number, tooMany: number) => void;
  /** Hears how many closed rooms were forgotten. */
  purged: (rooms: number) => void;
  /** Hears how many connections are told nothing for the time being since they do not read, whenever that changes. */
  parked: (count: number) => void;
  refused: AnswerPorts["refused"];
  failed: AnswerPorts["failed"];
}

/** Somebody who came in by a connection. */
export interface Visit {
  /** Takes what they say. */
  receive: Incoming;
  /** Their connection is lost. */
  left(): void;
}

/** The rooms of one server and everybody who hears them. */
export interface Games {
  readonly finder: RoomFinder;
  welcome(line: Line): Visit;
  /** Begins with what is due, and with telling heads. */
  start(): void;
  /** Does nothing more by itself, and finishes the orders that are under way. */
  stop(): Promise<void>;
}

/** With so many waiting to catch up, whoever else comes is asked to come again. */
const CATCH_UPS_WAITING = 10_000;
/** How long orders under way may take to finish when the server goes away, in milliseconds. */
const FINISH_MS = 5_000;
const LOOK_EVERY_MS = 20;

/** Puts the parts of the games together. Read it from top to bottom to see what they are made of. */
export function createGames(ports: GamesPorts): Games {
  const { log, cursors, clock, random, limits } = ports;
  const visitors = new Set<Visitor>();
  const hub = new SparingHub({
    ...ports,
    limits: ports.reading,
    behind(line, room, after) {
      const visitor = [...visitors].find((one) => one.line === line);
      visitor?.subscriptions
        .get(room)
        ?.goOnAfter(after)
        .catch((error: unknown) => ports.failed("catch-up", error));
    },
  });
  const subscriptions = { log, clock, hub, catchUps: new Places(ports.catchUpsAtOnce, CATCH_UPS_WAITING) };
  const presence: Presence = new Presence({
    clock,
    lingerMs: ports.presenceLingerMs,
    arrived: (player) => lease.changed(player),
    left: (player) => lease.changed(player),
  });
  const seats: SeatKeeper = new SeatKeeper({
    log,
    register: ports.register,
    rooms: { get: (id) => rooms.get(id) },
    seatsOf: (players) => ports.directory.seatsOf(players),
    isHere: (player) => presence.isHere(player),
    misjudged: (player) => lease.changed(player),
    unseen: (player) => lease.doubt(player),
  });
  const lease = new PresenceLease({
    register: ports.register,
    clock,
    timing: ports.presenceTiming,
    newServerId: () => ports.draws.id(),
    here: presence,
    settle: (players) => seats.settle(players),
    failed: (error) => ports.failed("presence", error),
  });
  const alarms = new AlarmClock(clock);
  const news = new LobbyNews(hub);
  const lobby = new LobbyFeed(hub, news, cursors, clock, (error) => ports.failed("me:rooms", error));
  const lobbyWatch = new LobbyWatch(hub, ports.directory, news, clock);

  const snapshots = new SnapshotTaker({
    ...ports.keeping,
    log,
    clock,
    every: ports.keeping.snapshotEvery,
    failed: (error) => ports.failed("snapshot", error),
  });

  const rooms: LiveRooms = new LiveRooms({
    log,
    clock,
    now: clock.now,
    random,
    committed: (room, events, before) => {
      ports.committed(events.length);
      publish(hub, room, events);
      ports.told();
      alarms.set(room);
      seats.changed(room, events);
      lobby.changed(room, before);
      snapshots.committed(room, events, before);
    },
    loaded: (room, read) => {
      alarms.set(room);
      seats.loaded(room);
      lobby.changed(room, null);
      snapshots.loaded(room, read);
    },
    unloaded: (room) => alarms.forget(room),
    replaced: (room) => void hearAnew(room, { ...ports, visitors, rooms, subscriptions, watchers }),
  });
  const opener = new RoomOpener(log, ports.timing, clock.now, ports.draws);
  const watchers = new Watchers(ports.watchersPerRoom);
  const quickPlayer = new QuickPlayer({ ...ports, lists: ports.directory, rooms, opener });
  const finder = new RoomFinder(log, rooms, cursors, limits);
  const sweeper = new Sweeper(log, rooms, clock);
  const beacon = new Beacon(hub, rooms, log, (room) => seats.hasPlayersHere(room), clock);

  const evictor = new Evictor({
    rooms,
    clock,
    most: ports.keeping.roomsInMemory,
    idleMs: ports.keeping.roomIdleMs,
    inUse: () => {
      const heard = new Set([...visitors].flatMap(roomsHeardBy));
      return (room) => heard.has(room) || seats.hasPlayersHere(room);
    },
    counted: ports.roomsCounted,
  });
  const housekeeper = new Housekeeper({
    log,
    clock,
    purgeClosedAfterMs: ports.keeping.purgeClosedAfterMs,
    purged: ports.purged,
    failed: (error) => ports.failed("purge", error),
  });

  const seen = lobby.ownChanged.bind(lobby);
  const handlers = {
    ...lobbyHandlers(ports.directory, news, hub),
    ...roomHandlers({ ...ports, rooms, finder, opener, quickPlayer, watchers, seen, subscriptions }),
  };
  const answering: AnswerPorts = {
    ...ports,
    admit: ({ line }) => limits.message(line.player.id),
    underWay: new MessagesUnderWay(random),
    isDeaf: ({ line }) => hub.isDeaf(line),
  };

  return {
    finder,
    welcome(line) {
      const visitor: Visitor = { line, subscriptions: new Map() };
      visitors.add(visitor);
      const left = presence.connected(line.player.id);
      return {
        receive: answerAll(visitor, handlers, answering),
        left() {
          visitors.delete(visitor);
          for (const [room, subscription] of visitor.subscriptions) {
            subscription.stop();
            watchers.left(visitor, room);
          }
          hub.left(line);
          left();
        },
      };
    },
    start() {
      sweeper.start();
      beacon.start();
      lease.start();
      lobbyWatch.start();
      evictor.start();
      housekeeper.start();
    },
    async stop() {
      sweeper.stop();
      beacon.stop();
      evictor.stop();
      housekeeper.stop();
      alarms.stop();
      // First, so that nobody who leaves because of it counts as absent.
      lease.stop();
      presence.stop();
      seats.stop();
      await finishOrders(rooms, clock);
      lobby.stop();
      lobbyWatch.stop();
      hub.stop();
    },
  };
}

function roomsHeardBy({ subscriptions }: Visitor): Room[] {
  return [...subscriptions.values()].map(({ room }) => room);
}

async function finishOrders(rooms: LiveRooms, clock: Clock): Promise<void> {
  const deadline = clock.monotonic() + FINISH_MS;
  while ([...rooms.awake()].some((room) => room.busy) && clock.monotonic() < deadline) {
    await new Promise<void>((resolve) => clock.setTimer(LOOK_EVERY_MS, resolve));
  }
}
