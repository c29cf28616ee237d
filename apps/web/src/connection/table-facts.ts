import type { Json, RecordedEvent } from "@rejoin/protocol";
import { gameOf, type RoomState } from "@rejoin/rules/room";

/** The seats that may move now, from 0; none outside of a game. */
export function seatsToMove(state: RoomState): readonly number[] {
  return state.phase.kind === "playing" ? gameOf(state.game).turn(state.board) : [];
}

export function isTurnOf(state: RoomState, seat: number | null): boolean {
  return seat !== null && seatsToMove(state).includes(seat);
}

export function seatNames(state: RoomState): (string | null)[] {
  return state.seats.map((seat) => seat?.name ?? null);
}

/** The moves of the game that is or was last played, as far as they are held: each with its number in the log. */
export function movesOfGame(events: readonly RecordedEvent[]): { seq: number; move: Json }[] {
  const moves: { seq: number; move: Json }[] = [];
  for (let index = events.length - 1; index >= 0; index--) {
    const event = events[index];
    if (!event || event.type === "game-started") break;
    if (event.type === "moved") moves.push({ seq: event.seq, move: event.data.move });
  }
  return moves.reverse();
}
