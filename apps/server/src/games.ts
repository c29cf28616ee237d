import type { Timing } from "@rejoin/protocol";
import type { Clock } from "./clock.js";
import { type AnswerPorts, answerAll, type Incoming } from "./gateway/answer.js";
import { Beacon } from "./gateway/beacon.js";
import type { Hub, Line } from "./gateway/hub.js";
import { LobbyFeed } from "./gateway/lobby-feed.js";
import { lobbyHandlers } from "./gateway/lobby-handlers.js";
import { publish } from "./gateway/publish.js";
import type { RateLimits } from "./gateway/rate-limits.js";
import { RoomFinder } from "./gateway/room-finder.js";
import { roomHandlers } from "./gateway/room-handlers.js";
import type { Visitor } from "./gateway/visitor.js";
import type { EventLog } from "./log/event-log.js";
import type { Sessions } from "./players/sessions.js";
import type { Cursors } from "./read-models/cursors.js";
import type { Directory } from "./read-models/directory.js";
import { AlarmClock } from "./rooms/alarm-clock.js";
import { LiveRooms } from "./rooms/live-rooms.js";
import { RoomOpener } from "./rooms/open-room.js";
import { Presence } from "./rooms/presence.js";
import { SeatKeeper } from "./rooms/seat-keeper.js";
import { Sweeper } from "./rooms/sweeper.js";

/** What the games need of the world. Postgres and Socket.IO stand behind these in production, and memory in a simulation. */
export interface GamesPorts {
  log: EventLog;
  cursors: Pick<Cursors, "of" | "move">;
  directory: Pick<Directory, "publicRooms" | "ownRooms">;
  sessions: Pick<Sessions, "exists">;
  hub: Hub;
  clock: Clock;
  /** A number from 0 up to, not including, 1. */
  random: () => number;
  limits: RateLimits;
  timing: Timing;
  /** How long a lost connection is waited for, in milliseconds, before its player counts as gone from here. */
  presenceLingerMs: number;
  /** Whether this server is going away, and takes no new commands. */
  draining: () => boolean;
  /** Hears how many events were committed, before anybody is told of them. */
  committed: (count: number) => void;
  /** Hears that they were told, before they are answered. */
  told: () => void;
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

/** How long orders under way may take to finish when the server goes away, in milliseconds. */
const FINISH_MS = 5_000;
const LOOK_EVERY_MS = 20;

/** Puts the parts of the games together. Read it from top to bottom to see what they are made of. */
export function createGames(ports: GamesPorts): Games {
  const { log, cursors, hub, clock, random, limits } = ports;
  const presence: Presence = new Presence({
    clock,
    lingerMs: ports.presenceLingerMs,
    arrived: (player) => seats.arrived(player),
    left: (player) => seats.left(player),
  });
  const seats = new SeatKeeper((player) => presence.isHere(player), ports.presenceLingerMs, clock);
  const alarms = new AlarmClock(clock);
  const lobby = new LobbyFeed(hub, cursors, clock, (error) => ports.failed("me:rooms", error));

  const rooms = new LiveRooms(
    {
      log,
      now: clock.now,
      random,
      committed: (room, events, before) => {
        ports.committed(events.length);
        publish(hub, room, events);
        ports.told();
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
  const opener = new RoomOpener(log, ports.timing, clock.now);
  const finder = new RoomFinder(log, rooms, cursors, limits);
  const sweeper = new Sweeper(log, rooms, clock);
  const beacon = new Beacon(hub, rooms, log, (room) => seats.hasPlayersHere(room), clock);

  const seen = lobby.ownChanged.bind(lobby);
  const handlers = {
    ...lobbyHandlers(ports.directory),
    ...roomHandlers({ ...ports, rooms, finder, opener, seen }),
  };
  const admit = ({ line }: Visitor) => limits.message(line.player.id);

  return {
    finder,
    welcome(line) {
      const visitor: Visitor = { line, subscriptions: new Map() };
      const left = presence.connected(line.player.id);
      return {
        receive: answerAll(visitor, handlers, { ...ports, admit }),
        left() {
          for (const subscription of visitor.subscriptions.values()) subscription.stop();
          left();
        },
      };
    },
    start() {
      sweeper.start();
      beacon.start();
    },
    async stop() {
      sweeper.stop();
      beacon.stop();
      alarms.stop();
      // First, so that nobody who leaves because of it counts as absent.
      presence.stop();
      seats.stop();
      await finishOrders(rooms, clock);
      lobby.stop();
    },
  };
}

async function finishOrders(rooms: LiveRooms, clock: Clock): Promise<void> {
  const deadline = clock.monotonic() + FINISH_MS;
  while ([...rooms.awake()].some((room) => room.busy) && clock.monotonic() < deadline) {
    await new Promise<void>((resolve) => clock.setTimer(LOOK_EVERY_MS, resolve));
  }
}
