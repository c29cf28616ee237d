import type { PlayerId, RecordedEvent } from "@rejoin/protocol";
import { decide, type RoomOwnCommand, type RoomState } from "@rejoin/rules";

/** Whether a room in that state could do by itself, at that time, what the event says. */
export function couldHappenByItself(before: RoomState | null, event: RecordedEvent): boolean {
  const command = commandOf(event);
  if (!command) return false;
  const decision = decide(before, command, { actor: { kind: "room" }, now: event.at, random: () => 0 });
  return decision.ok && decision.event.type === event.type;
}

function commandOf(event: RecordedEvent): RoomOwnCommand | null {
  switch (event.type) {
    case "game-started":
      return { type: "begin" };
    case "moved":
      return { type: "move-by-itself" };
    case "player-dropped":
      return about("drop", event.data.player);
    case "player-returned":
      return about("return", event.data.player);
    case "player-gone":
      return about("give-up", event.data.player);
    case "room-closed":
      return { type: "close-abandoned" };
    default:
      return null;
  }
}

function about(type: "drop" | "return" | "give-up", player: PlayerId): RoomOwnCommand {
  return { type, player };
}
