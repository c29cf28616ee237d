import { randomUUID } from "node:crypto";
import type { RoomId, Timing } from "@rejoin/protocol";
import { type AnyRoomCommand, evolve, type RoomState } from "@rejoin/rules";
import { systemClock } from "../clock.js";
import type { EventLog } from "../log/event-log.js";
import type { Recorded } from "../log/recorded.js";
import { type LiveRoomPorts, LiveRooms } from "../rooms/live-rooms.js";
import { RoomOpener } from "../rooms/open-room.js";
import { type OrderOutcome, order } from "../rooms/order.js";
import type { Position } from "../rooms/position.js";
import type { Room } from "../rooms/room.js";
import { ada, type Somebody } from "./people.js";
import { timing } from "./samples.js";

/** The rooms of one server without its network: what it would publish is kept. */
export class RoomServer {
  readonly rooms: LiveRooms;
  /** What this server published, a run for each commit. */
  readonly published: { room: RoomId; events: readonly Recorded[]; before: Position }[] = [];

  /**
   * @param hears is told of rooms that come to life and of commits, as the other parts of a server are
   */
  constructor(
    log: EventLog,
    hears: {
      now?: () => number;
    } & Partial<Pick<LiveRoomPorts, "commits" | "loaded" | "committed" | "unloaded" | "replaced">> = {},
  ) {
    this.rooms = new LiveRooms({
      log,
      commits: hears.commits ?? { turn: (go) => queueMicrotask(go) },
      clock: systemClock,
      now: hears.now ?? Date.now,
      random: () => 0,
      committed: (room, events, before) => {
        this.published.push({ room: room.id, events, before });
        hears.committed?.(room, events, before);
      },
      loaded: (room, read) => hears.loaded?.(room, read),
      unloaded: (room) => hears.unloaded?.(room),
      replaced: (room) => hears.replaced?.(room),
    });
  }

  async room(id: RoomId): Promise<Room> {
    const room = await this.rooms.get(id);
    if (!room) throw new Error(`there is no room ${id}`);
    return room;
  }

  /** Asks a room for something, with a new command id unless one is given. */
  async say(
    id: RoomId,
    who: Somebody,
    command: AnyRoomCommand,
    commandId: string = randomUUID(),
  ): Promise<OrderOutcome> {
    return (await this.room(id)).submit(order(who, commandId, command));
  }

  /** The numbers that this server published of a room, in order. */
  seqs(id: RoomId): number[] {
    return this.published
      .filter(({ room }) => room === id)
      .flatMap(({ events }) => events.map(({ seq }) => seq));
  }
}

/** Opens a table of Ada's, unless it is somebody else's. */
export async function openTable(
  log: EventLog,
  changes: { timing?: Partial<Timing>; now?: () => number; game?: string; host?: Somebody } = {},
): Promise<RoomId> {
  const opener = new RoomOpener(log, { ...timing, ...changes.timing }, changes.now ?? Date.now);
  const opened = await opener.open(changes.host ?? ada, {
    commandId: randomUUID(),
    title: "Ada's table",
    game: changes.game ?? "tic-tac-toe",
    visibility: "public",
  });
  if (!opened.ok) throw new Error(opened.refusal.message);
  return opened.room;
}

/** Every event of a room, and the state that they amount to. */
export async function fold(
  log: EventLog,
  room: RoomId,
): Promise<{ events: readonly Recorded[]; state: RoomState }> {
  const page = await log.read(room, 0, 100_000);
  const events = page?.events ?? [];
  const state = events.reduce<RoomState | null>(evolve, null);
  if (!state) throw new Error(`there is no log of ${room}`);
  return { events, state };
}
