import type { MyRoom, Player, PlayerId, RoomId, RoomSummary } from "@rejoin/protocol";
import { gameOf } from "../games/games.js";
import { type RoomState, seatOf } from "./state.js";

/** A room as the lobby lists it. */
export function summarize(room: RoomId, head: number, state: RoomState): RoomSummary {
  const { code, title, game, visibility, phase, host, createdAt } = state;
  const seats = state.seats.map(
    (seat): Player | null => seat && { id: seat.player, name: seat.name, avatar: seat.avatar },
  );
  return { room, code, title, game, visibility, phase: phase.kind, host, seats, head, createdAt };
}

/** The players whose turn it is. */
export function toMove(state: RoomState): PlayerId[] {
  if (state.phase.kind !== "playing") return [];
  return gameOf(state.game)
    .turn(state.board)
    .flatMap((seat) => state.seats[seat]?.player ?? []);
}

/** Whether a room is listed among a player's own: they sit there, host it, or were invited. */
export function isMine(state: RoomState, player: PlayerId): boolean {
  if (state.phase.kind === "closed") return false;
  return seatOf(state, player) !== null || state.host.id === player || state.invited.includes(player);
}

/** Everybody who has the room among their own. */
export function owners(state: RoomState): PlayerId[] {
  const seated = state.seats.flatMap((seat) => (seat ? [seat.player] : []));
  return [...new Set([...seated, state.host.id, ...state.invited])].filter((player) => isMine(state, player));
}

export function mine(summary: RoomSummary, seen: number, yourTurn: boolean): MyRoom {
  return { ...summary, seen, yourTurn };
}
