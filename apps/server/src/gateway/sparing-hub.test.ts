import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { NAMESPACE, type RecordedEvent, type RoomId, type RoomSummary } from "@rejoin/protocol";
import { summarize } from "@rejoin/rules";
import { eventually, TcpProxy } from "@rejoin/testkit";
import { Server } from "socket.io";
import { io } from "socket.io-client";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../clock.js";
import { MemoryLog } from "../log/memory-log.js";
import type { Room } from "../rooms/room.js";
import { ada } from "../testing/people.js";
import { openTable, RoomServer } from "../testing/room-server.js";
import { channels, type Line } from "./hub.js";
import { Places } from "./places.js";
import { publish } from "./publish.js";
import { SharedPages } from "./shared-pages.js";
import { type GamesNamespace, SocketLine, socketHub } from "./socket-hub.js";
import { SparingHub } from "./sparing-hub.js";
import { Subscription } from "./subscription.js";

const LIMIT = 262_144;
/** Long enough to fill what the operating system buffers of a connection before anything waits in this process. */
const LONG = "어".repeat(500);

const closing: (() => unknown)[] = [];
let games: GamesNamespace;
let port: number;
let hub: SparingHub;
let log: MemoryLog;
let rooms: RoomServer;
let room: Room;
/** How many were parked, after each change. */
let parkings: number[];
const subscriptions = new Map<Line, Subscription>();

beforeEach(async () => {
  const http = createServer().listen(0, "127.0.0.1");
  await once(http, "listening");
  port = (http.address() as AddressInfo).port;
  const server = new Server(http);
  games = server.of(NAMESPACE);
  closing.push(() => server.close());
  parkings = [];
  hub = new SparingHub({
    hub: socketHub(games),
    clock: systemClock,
    limits: { parkAbove: LIMIT, goOnBelow: LIMIT / 4, cutAbove: 4 * LIMIT },
    behind: (line, _room, after) => void subscriptions.get(line)?.goOnAfter(after),
    parked: (count) => parkings.push(count),
  });
  closing.push(() => hub.stop());
  games.on("connection", (socket) => {
    socket.data.player = { id: ada.id, ...ada.person };
    socket.data.line = new SocketLine(socket);
    socket.on("disconnect", () => {
      subscriptions.get(socket.data.line)?.stop();
      hub.left(socket.data.line);
    });
  });
  log = new MemoryLog();
  rooms = new RoomServer(log, {
    committed: (one) => publish(hub, one, rooms.published.at(-1)?.events ?? []),
  });
  room = await rooms.room(await openTable(log));
});
afterEach(async () => {
  subscriptions.clear();
  for (const close of closing.splice(0)) await close();
});

interface Reader {
  line: Line;
  heard: RecordedEvent[];
  lists: { changed: RoomSummary[]; removed: RoomId[] }[];
  /** Its way here: what it does not read waits on the way, as it does with somebody who reads nothing. */
  proxy: TcpProxy;
  isConnected: () => boolean;
}

/** Somebody with a real connection who hears the room. */
async function reader(): Promise<Reader> {
  const proxy = await TcpProxy.listen({ port });
  const socket = io(`${proxy.url}${NAMESPACE}`, {
    transports: ["websocket"],
    forceNew: true,
    reconnection: false,
  });
  closing.push(
    () => socket.disconnect(),
    () => proxy.close(),
  );
  const heard: RecordedEvent[] = [];
  const lists: Reader["lists"] = [];
  socket.on("room:events", ({ events }: { events: RecordedEvent[] }, received?: () => void) => {
    heard.push(...events);
    received?.();
  });
  socket.on("lobby:rooms", (list: Reader["lists"][number]) => lists.push(list));
  const [welcomed] = await once(games, "connection");
  const { line } = welcomed.data as { line: Line };
  const ports = {
    log,
    hub,
    clock: systemClock,
    catchUps: new Places(8, 100),
    pages: new SharedPages(),
    catchUpEvents: 5_000,
  };
  const subscription = new Subscription(line, room, ports);
  subscriptions.set(line, subscription);
  await subscription.run({ kind: "events", after: room.position.head });
  return { line, heard, lists, proxy, isConnected: () => socket.connected };
}

/** Says things until something is so. @returns the most that was unsent to a line after any of them */
async function talkUntil(line: Line, isSo: () => boolean, mostWords = 60_000): Promise<number> {
  let most = 0;
  for (let word = 0; word < mostWords && !isSo(); word += 1) {
    await rooms.say(room.id, ada, { type: "say", text: LONG });
    most = Math.max(most, line.unsentBytes);
    // Whatever the operating system takes, it takes between the turns of the event loop.
    if (word % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  expect(isSo()).toBe(true);
  return most;
}

const isParked = () => parkings.at(-1) === 1;
const seqs = (events: RecordedEvent[]) => events.map(({ seq }) => seq);
const upTo = (head: number) => Array.from({ length: head - 1 }, (_, index) => index + 2);

describe("somebody who does not read", () => {
  it("SLOW-1 SLOW-2 costs a bounded number of bytes, holds up nobody, and hears everything in order once they read", async () => {
    const [slow, other] = [await reader(), await reader()];
    slow.proxy.stall("to-client");
    const before = await talkUntil(slow.line, isParked);
    const parkedAt = room.position.head;
    const after = await talkUntil(slow.line, () => room.position.head > parkedAt + 1_000);
    // The packet that went over the limit is the last one that was written.
    expect(Math.max(before, after)).toBeLessThan(LIMIT + 4_000);
    const { head } = room.position;
    await eventually(
      "the other hears everything",
      () => other.heard.length,
      (count) => count === head - 1,
    );
    expect(seqs(slow.heard).at(-1) ?? 0).toBeLessThan(parkedAt);

    slow.proxy.resume();
    await eventually(
      "it is no longer parked",
      () => parkings.at(-1),
      (count) => count === 0,
    );
    await eventually(
      "it hears the rest",
      () => slow.heard.length,
      (count) => count >= head - 1,
    );
    await talkUntil(slow.line, () => room.position.head >= head + 50);
    await eventually(
      "and goes on",
      () => slow.heard.at(-1)?.seq,
      (seq) => seq === room.position.head,
    );
    for (const { heard } of [slow, other]) expect(seqs(heard)).toEqual(upTo(room.position.head));
    expect(slow.isConnected()).toBe(true);
  }, 60_000);

  it("SLOW-2 talk does not stop while they catch up, and there is no seam", async () => {
    const slow = await reader();
    slow.proxy.stall("to-client");
    await talkUntil(slow.line, isParked);
    const { head } = room.position;
    await talkUntil(slow.line, () => room.position.head > head + 600);
    slow.proxy.resume();
    await talkUntil(slow.line, () => parkings.at(-1) === 0 && slow.heard.length > head);
    await eventually(
      "everything",
      () => slow.heard.at(-1)?.seq,
      (seq) => seq === room.position.head,
    );
    expect(seqs(slow.heard)).toEqual(upTo(room.position.head));
  }, 60_000);

  it("SLOW-3 is told what changed in lists once, as the newest of each room", async () => {
    const slow = await reader();
    slow.line.hear(channels.lobby);
    const summary = (id: string, head: number) => ({ ...summarize(id, head, room.position.state), head });
    hub.say(channels.lobby, "lobby:rooms", { changed: [summary("one", 1)], removed: [] });
    await eventually(
      "heard",
      () => slow.lists.length,
      (count) => count === 1,
    );
    slow.proxy.stall("to-client");
    await talkUntil(slow.line, isParked);
    const unsent = slow.line.unsentBytes;
    for (let head = 2; head < 500; head += 1)
      hub.say(channels.lobby, "lobby:rooms", {
        changed: [summary("one", head), summary("two", head)],
        removed: [],
      });
    hub.say(channels.lobby, "lobby:rooms", { changed: [], removed: ["two"] });
    expect(slow.line.unsentBytes).toBeLessThanOrEqual(unsent);
    slow.proxy.resume();
    await eventually(
      "told",
      () => slow.lists.length,
      (count) => count === 2,
    );
    expect(slow.lists[1]).toEqual({ changed: [summary("one", 499)], removed: ["two"] });
  }, 60_000);

  it("SLOW-3 is cut where more changed than a list holds, and comes back for the whole of it", async () => {
    const slow = await reader();
    slow.line.hear(channels.lobby);
    slow.proxy.stall("to-client");
    await talkUntil(slow.line, isParked);
    const list = (number: number) => ({ changed: [], removed: [`room ${number}`] });
    for (let number = 0; number <= 200; number += 1) hub.say(channels.lobby, "lobby:rooms", list(number));
    expect(hub.isHeard(channels.lobby)).toBe(false);
    expect(parkings.at(-1)).toBe(0);
    slow.proxy.resume();
    await eventually("cut", slow.isConnected, (connected) => !connected);
  }, 60_000);

  it("SLOW-4 who leaves while parked is forgotten, and nobody waits for them", async () => {
    const slow = await reader();
    slow.proxy.stall("to-client");
    await talkUntil(slow.line, isParked);
    const waiting = hub.drained(slow.line);
    slow.line.cut();
    await waiting;
    expect(parkings.at(-1)).toBe(0);
    expect(games.sockets.size).toBe(0);
    expect(hub.isHeard(channels.room(room.id))).toBe(false);
  }, 60_000);
});
