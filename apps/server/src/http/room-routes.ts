import { parse, type RoomId, replayQuery, roomKey } from "@rejoin/protocol";
import { view, viewState } from "@rejoin/rules";
import type { FastifyInstance } from "fastify";
import type { RoomFinder } from "../gateway/room-finder.js";
import type { EventLog, LogPage } from "../log/event-log.js";
import type { Snapshot } from "../log/snapshot-store.js";
import type { Sessions } from "../players/sessions.js";
import type { Directory } from "../read-models/directory.js";
import { stateAt } from "../rooms/load-log.js";
import { replyRefusal } from "./refusal-reply.js";
import { playerOf } from "./session-cookie.js";

export interface RoomRouteOptions {
  sessions: Sessions;
  directory: Directory;
  finder: RoomFinder;
  log: EventLog;
}

/** `/api/rooms`: the public directory, and the replay of a room, as whoever asks may see it. */
export function roomRoutes(
  app: FastifyInstance,
  { sessions, directory, finder, log }: RoomRouteOptions,
): void {
  app.get("/api/rooms", async () => ({ rooms: await directory.publicRooms() }));

  app.get<{ Params: { room: string } }>("/api/rooms/:room/events", async (request, reply) => {
    const key = parse(roomKey, request.params.room);
    if (!key.ok) return replyRefusal(reply, key.refusal);
    const query = parse(replayQuery, request.query);
    if (!query.ok) return replyRefusal(reply, query.refusal);
    const viewer = (await playerOf(request, sessions))?.id ?? null;
    const found = await finder.find(key.value, viewer, viewer ?? request.ip);
    if (!found.ok) return replyRefusal(reply, found.refusal);
    const { id } = found.room;
    const page = await readKept(log, id, query.value.after, query.value.limit);
    const base = page && (await baseOf(log, id, page));
    return {
      epoch: page?.epoch,
      head: page?.head,
      first: page?.first,
      ...(base && { base: { seq: base.seq, state: viewState(base.state, viewer) } }),
      events: page?.events.map((event) => view(event, viewer)),
    };
  });
}

/** The events after a number, or the oldest that are kept where those were trimmed. */
async function readKept(log: EventLog, room: RoomId, after: number, limit: number): Promise<LogPage | null> {
  const page = await log.read(room, after, limit);
  return page && after + 1 < page.first ? log.read(room, page.first - 1, limit) : page;
}

/** The room right before the oldest events that are kept, where they are on this page; null where nothing stands for it. */
async function baseOf(log: EventLog, room: RoomId, { first, events }: LogPage): Promise<Snapshot | null> {
  const seq = first - 1;
  if (seq === 0 || events[0]?.seq !== first) return null;
  const state = await stateAt(log, room, seq);
  return state && { seq, state };
}
