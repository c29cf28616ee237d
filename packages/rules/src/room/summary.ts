import type { MyRoom, PlayerId, RoomId, RoomSummary, SeatedPlayer } from "@rejoin/protocol";
import { gameOf } from "../games/known-games.js";
import { isInvited, type RoomState, seatedPeople, seatOf } from "./state.js";

/** A room as the lobby lists it. */
export function summarize(room: RoomId, head: number, state: RoomState): RoomSummary {
  const { code, title, game, visibility, phase, host, createdAt } = state;
  const seats = state.seats.map(
    (seat): SeatedPlayer | null =>
      seat && { id: seat.player, name: seat.name, avatar: seat.avatar, ...(seat.bot && { bot: true }) },
  );
  return { room, code, title, game, visibility, phase: phase.kind, host, seats, head, createdAt };
}

/** The people whose turn it is. */
export function toMove(state: RoomState): PlayerId[] {
  if (state.phase.kind !== "playing") return [];
  return gameOf(state.game)
    .turn(state.board)
    .flatMap((seat) => state.seats[seat] ?? [])
    .flatMap(({ player, bot }) => (bot ? [] : [player]));
}

/** Whether a room is listed among a player's own: they sit there, or host it. */
export function isMine(state: RoomState, player: PlayerId): boolean {
  return state.phase.kind !== "closed" && (seatOf(state, player) !== null || state.host.id === player);
}

/** Whether a room is for a player, whoever else it is for: it is their own, or they are invited. */
export function isFor(state: RoomState, player: PlayerId): boolean {
  return isMine(state, player) || isInvited(state, player);
}

/** Everybody who has the room among their own. */
export function owners(state: RoomState): PlayerId[] {
  const seated = seatedPeople(state).map(({ player }) => player);
  return [...new Set([...seated, state.host.id])].filter((player) => isMine(state, player));
}

export function mine(summary: RoomSummary, seen: number, yourTurn: boolean): MyRoom {
  return { ...summary, seen, yourTurn };
}
