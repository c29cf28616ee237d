import type { GamesPorts } from "./games-ports.js";
import { type AnswerPorts, answerAll, type Incoming } from "./gateway/answer.js";
import { Beacon } from "./gateway/beacon.js";
import { hearAnew } from "./gateway/hear-anew.js";
import type { Line } from "./gateway/hub.js";
import { InvitationFeed } from "./gateway/invitation-feed.js";
import { LobbyFeed } from "./gateway/lobby-feed.js";
import { lobbyHandlers } from "./gateway/lobby-handlers.js";
import { LobbyNews } from "./gateway/lobby-news.js";
import { LobbyPeople } from "./gateway/lobby-people.js";
import { LobbyWatch } from "./gateway/lobby-watch.js";
import { MessagesUnderWay } from "./gateway/messages-under-way.js";
import { Places } from "./gateway/places.js";
import { publish } from "./gateway/publish.js";
import { QuickPlayer } from "./gateway/quick-play.js";
import { RoomFinder } from "./gateway/room-finder.js";
import { roomHandlers } from "./gateway/room-handlers.js";
import { SharedPages } from "./gateway/shared-pages.js";
import { SparingHub } from "./gateway/sparing-hub.js";
import { Standstill } from "./gateway/standstill.js";
import { Visitor } from "./gateway/visitor.js";
import { Watchers } from "./gateway/watchers.js";
import { AlarmClock } from "./rooms/alarm-clock.js";
import { Evictor } from "./rooms/evictor.js";
import { finishOrders } from "./rooms/finish-orders.js";
import { Housekeeper } from "./rooms/housekeeper.js";
import { LiveRooms } from "./rooms/live-rooms.js";
import { RoomOpener } from "./rooms/open-room.js";
import { Presence } from "./rooms/presence.js";
import { PresenceLease } from "./rooms/presence-lease.js";
import type { Room } from "./rooms/room.js";
import { SeatKeeper } from "./rooms/seat-keeper.js";
import { SnapshotTaker } from "./rooms/snapshot-taker.js";
import { Sweeper } from "./rooms/sweeper.js";

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
/** Puts the parts of the games together. Read it from top to bottom to see what they are made of. */
export function createGames(ports: GamesPorts): Games {
  const { log, cursors, clock, random, limits } = ports;
  const visitors = new Map<Line, Visitor>();
  const hub = new SparingHub({
    ...ports,
    limits: ports.reading,
    behind(line, room, after) {
      visitors
        .get(line)
        ?.subscriptions.get(room)
        ?.goOnAfter(after)
        .catch((error: unknown) => ports.failed("catch-up", error));
    },
  });
  const subscriptions = {
    ...{ log, clock, hub, catchUpEvents: ports.catchUpEvents, pages: new SharedPages() },
    catchUps: new Places(ports.catchUpsAtOnce, CATCH_UPS_WAITING),
  };
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
  const people = new LobbyPeople(hub, ports.visits, clock);
  const invitations = new InvitationFeed(hub, ports.invitations, clock, (error) =>
    ports.failed("me:invitations", error),
  );

  const snapshots = new SnapshotTaker({
    ...ports.keeping,
    log,
    clock,
    every: ports.keeping.snapshotEvery,
    reach: ports.catchUpEvents,
    failed: (error) => ports.failed("snapshot", error),
  });

  const rooms: LiveRooms = new LiveRooms({
    log,
    commits: ports.commits,
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
      invitations.changed(room, before);
      snapshots.committed(room, events, before);
    },
    loaded: (room, read) => {
      alarms.set(room);
      seats.loaded(room);
      lobby.changed(room, null);
      snapshots.loaded(room, read);
    },
    unloaded: (room) => alarms.forget(room),
    replaced: (room) =>
      void hearAnew(room, { ...ports, visitors: () => visitors.values(), rooms, subscriptions, watchers }),
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
      const heard = new Set([...visitors.values()].flatMap(roomsHeardBy));
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

  const standstill = new Standstill(clock);
  const seen = lobby.ownChanged.bind(lobby);
  const handlers = {
    ...lobbyHandlers(ports.directory, news, people, invitations),
    ...roomHandlers({
      ...ports,
      rooms,
      finder,
      opener,
      quickPlayer,
      watchers,
      seen,
      subscriptions,
      standstill,
    }),
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
      const visitor = new Visitor(line);
      visitors.set(line, visitor);
      const left = presence.connected(line.player.id);
      return {
        receive: answerAll(visitor, handlers, answering),
        left() {
          visitors.delete(line);
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
      standstill.start();
      sweeper.start();
      beacon.start();
      lease.start();
      lobbyWatch.start();
      people.start();
      invitations.start();
      evictor.start();
      housekeeper.start();
    },
    async stop() {
      standstill.stop();
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
      people.stop();
      invitations.stop();
      hub.stop();
    },
  };
}

function roomsHeardBy({ subscriptions }: Visitor): Room[] {
  return [...subscriptions.values()].map(({ room }) => room);
}
