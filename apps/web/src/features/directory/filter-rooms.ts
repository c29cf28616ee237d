import type { RoomSummary } from "@rejoin/protocol";

export interface DirectoryFilter {
  /** A game's id, or null for every game. */
  game: string | null;
  /** Only tables with a free seat that can be taken now. */
  openSeats: boolean;
}

export const EVERYTHING: DirectoryFilter = { game: null, openSeats: false };

export function filterRooms(rooms: readonly RoomSummary[], filter: DirectoryFilter): RoomSummary[] {
  return rooms.filter(
    (room) =>
      room.phase !== "closed" &&
      (filter.game === null || room.game === filter.game) &&
      (!filter.openSeats || canSitDown(room)),
  );
}

/** Whether somebody who comes now could play: a seat is free, and no game is under way. */
export function canSitDown({ seats, phase }: RoomSummary): boolean {
  return seats.includes(null) && (phase === "gathering" || phase === "finished");
}

/** Trusts nothing that was kept: it may be of an older version of the page. */
export function readFilter(kept: unknown): DirectoryFilter {
  if (kept === null || typeof kept !== "object") return EVERYTHING;
  const game = "game" in kept && typeof kept.game === "string" ? kept.game : null;
  const openSeats = "openSeats" in kept && kept.openSeats === true;
  return { game, openSeats };
}
