import type { RoomId } from "@rejoin/protocol";
import { type RoomState, type Viewer, view, viewState } from "@rejoin/rules";
import type { Recorded } from "../log/recorded.js";
import type { Room } from "../rooms/room.js";
import { channels, type GamesNamespace } from "./visitor.js";

/**
 * Tells everybody who hears a room of what was just committed: all of a commit's events in one packet. It takes nothing
 * but `Recorded` events, which only the log makes. A packet that is lost on the way does no harm: the next one, or the
 * beacon, shows the client that it is behind.
 */
export function publish(games: GamesNamespace, room: Room, events: readonly Recorded[]): void {
  const channel = channels.room(room.id);
  const { state } = room.position;
  if (events.every((event) => looksTheSameToAll(state, event))) {
    games.to(channel).emit("room:events", { room: room.id, epoch: room.epoch, events: [...events] });
    return;
  }
  for (const id of games.adapter.rooms.get(channel) ?? []) {
    const socket = games.sockets.get(id);
    socket?.emit("room:events", eventsFor(room, events, socket.data.player.id));
  }
}

/** A packet of a room's events as one person may see them. */
export function eventsFor(room: Room, events: readonly Recorded[], viewer: Viewer) {
  const { state } = room.position;
  return { room: room.id, epoch: room.epoch, events: events.map((event) => view(state, event, viewer)) };
}

/** A room's state at a number as one person may see it. */
export function snapshotFor(
  room: { id: RoomId; epoch: string },
  seq: number,
  state: RoomState,
  viewer: Viewer,
) {
  return { room: room.id, epoch: room.epoch, seq, state: viewState(state, viewer) };
}

function looksTheSameToAll(state: RoomState, event: Recorded): boolean {
  const players = state.seats.map((seat) => seat?.player ?? null);
  return [null, ...players].every((viewer) => view(state, event, viewer) === event);
}
