import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { LIMITS, NAMESPACE, type RecordedEvent } from "@rejoin/protocol";
import { eventually } from "@rejoin/testkit";
import { Server } from "socket.io";
import { io } from "socket.io-client";
import { afterEach, expect, it } from "vitest";
import { systemClock } from "../clock.js";
import type { EventLog } from "../log/event-log.js";
import { MemoryLog } from "../log/memory-log.js";
import { ada } from "../testing/people.js";
import { openTable, RoomServer } from "../testing/room-server.js";
import { channels, type Line } from "./hub.js";
import { Places } from "./places.js";
import { publish } from "./publish.js";
import { SharedPages } from "./shared-pages.js";
import { type GamesNamespace, type GamesSocket, SocketLine, socketHub } from "./socket-hub.js";
import { SparingHub } from "./sparing-hub.js";
import { Subscription, type SubscriptionPorts } from "./subscription.js";

const PATIENCE_MS = 50;

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A real connection of Ada's, whose client never acknowledges a page, and what that client heard. */
async function silentReader(): Promise<{ hub: SparingHub; line: Line; heard: RecordedEvent[] }> {
  const http = createServer().listen(0, "127.0.0.1");
  await once(http, "listening");
  const server = new Server(http);
  const games: GamesNamespace = server.of(NAMESPACE);
  const connected = new Promise<GamesSocket>((resolve) => games.once("connection", resolve));
  const client = io(`http://127.0.0.1:${(http.address() as AddressInfo).port}${NAMESPACE}`, {
    transports: ["websocket"],
    reconnection: false,
  });
  closing.push(
    () => client.disconnect(),
    () => server.close(),
  );
  const heard: RecordedEvent[] = [];
  client.on("room:events", ({ events }: { events: RecordedEvent[] }) => heard.push(...events));
  const socket = await connected;
  socket.data.player = { id: ada.id, ...ada.person };
  socket.data.line = new SocketLine(socket);
  const hub = new SparingHub({
    hub: socketHub(games),
    clock: systemClock,
    limits: { parkAbove: 262_144, goOnBelow: 65_536, cutAbove: 1_048_576 },
    behind: () => undefined,
    parked: () => undefined,
  });
  return { hub, line: socket.data.line, heard };
}

function portsOf(log: EventLog, hub: SparingHub): SubscriptionPorts {
  return {
    ...{ log, hub, clock: systemClock, catchUps: new Places(8, 100), pages: new SharedPages() },
    ...{ catchUpEvents: LIMITS.catchUpEvents, patienceMs: PATIENCE_MS },
  };
}

it("SYNC-6 who acknowledges no page in time is sent no other, and hears what happens from then on", async () => {
  const log = new MemoryLog();
  const rooms = new RoomServer(log);
  const id = await openTable(log);
  const say = (text: string) => rooms.say(id, ada, { type: "say", text });
  // The room, and two pages more: after the first page the rest does not fit into one.
  for (let word = 1; word <= 2 * LIMITS.catchUpPage; word += 1) await say(`word ${word}`);
  const head = 2 * LIMITS.catchUpPage + 1;
  const room = await rooms.room(id);
  const { hub, line, heard } = await silentReader();

  const subscription = new Subscription(line, room, portsOf(log, hub));
  await subscription.run({ kind: "events", after: 0 });
  await say("are you there?");
  publish(hub, room, rooms.published.at(-1)?.events ?? []);

  await eventually(
    "the live event",
    () => heard.at(-1)?.seq,
    (last) => last === head + 1,
  );
  const firstPage = Array.from({ length: LIMITS.catchUpPage }, (_, index) => index + 1);
  expect(heard.map(({ seq }) => seq)).toEqual([...firstPage, head + 1]);
});

it("SYNC-6 who stopped hearing while a page waited hears nothing more", async () => {
  const log = new MemoryLog();
  const rooms = new RoomServer(log);
  const id = await openTable(log);
  for (let word = 1; word <= LIMITS.catchUpPage; word += 1)
    await rooms.say(id, ada, { type: "say", text: `word ${word}` });
  const room = await rooms.room(id);
  const { hub, line } = await silentReader();

  const subscription = new Subscription(line, room, portsOf(log, hub));
  const running = subscription.run({ kind: "events", after: 0 });
  subscription.stop();
  await running;
  expect(hub.isHeard(channels.room(id))).toBe(false);
});
