import type { PlayerId, RecordedEvent } from "@rejoin/protocol";
import { decide, type RoomOwnCommand, type RoomState } from "@rejoin/rules";

/** Whether a room in that state could do by itself, at that time, what the event says. */
export function couldHappenByItself(before: RoomState | null, event: RecordedEvent): boolean {
  const command = commandOf(event);
  if (!command) return false;
  const decision = decide(before, command, { actor: { kind: "room" }, now: event.at, random: () => 0 });
  // A bot whose move is refused resigns instead; which of the two it was depends on what was drawn.
  return decision.ok && (command.type === "move-by-itself" || decision.event.type === event.type);
}

function commandOf(event: RecordedEvent): RoomOwnCommand | null {
  switch (event.type) {
    case "game-started":
      return { type: "begin" };
    case "moved":
    case "resigned":
      return { type: "move-by-itself" };
    case "bot-seated":
      return { type: "fill-seat" };
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
