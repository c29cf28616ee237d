import type { PlayerId } from "@rejoin/protocol";
import type { RoomState } from "@rejoin/rules";
import type { RoomView } from "@rejoin/sync";

/** Whether a player sat here in the last game; taken to be so where the held log does not reach that far back. */
export function wasInLastGame(state: RoomState, events: RoomView["events"], player: PlayerId): boolean {
  if (state.rounds === 0) return false;
  const start = events.findLastIndex(({ type }) => type === "game-started");
  const sat = events.findLastIndex(({ type, actor }) => type === "seat-taken" && actor === player);
  return sat <= start || sat === -1;
}
