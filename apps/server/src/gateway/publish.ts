import type { RoomId } from "@rejoin/protocol";
import { hasSecret, type RoomState, type Viewer, view, viewState } from "@rejoin/rules";
import type { Recorded } from "../log/recorded.js";
import type { Room } from "../rooms/room.js";
import { channels } from "./hub.js";
import type { SparingHub } from "./sparing-hub.js";

/**
 * Tells everybody who hears a room of what was just committed: all of a commit's events in one packet. It takes nothing
 * but `Recorded` events, which only the log makes. A packet that is lost on the way does no harm: the next one, or the
 * beacon, shows the client that it is behind.
 */
export function publish(
  hub: Pick<SparingHub, "say" | "sayEach">,
  room: Room,
  events: readonly Recorded[],
): void {
  const channel = channels.room(room.id);
  if (!events.some(hasSecret)) {
    hub.say(channel, "room:events", { room: room.id, epoch: room.epoch, events: [...events] });
    return;
  }
  hub.sayEach(channel, "room:events", (line) => eventsFor(room, events, line.player.id));
}

/** A packet of a room's events as one person may see them. */
export function eventsFor(room: Pick<Room, "id" | "epoch">, events: readonly Recorded[], viewer: Viewer) {
  return { room: room.id, epoch: room.epoch, events: events.map((event) => view(event, viewer)) };
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
