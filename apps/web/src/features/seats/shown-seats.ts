import type { RoomState } from "@rejoin/rules/room";

/** With more seats than this they are shown smaller, and free ones one at a time. */
const FEW = 4;

export interface ShownSeats {
  seats: readonly number[];
  /** Whether they must share the room among many. */
  compact: boolean;
}

/** The seats that are worth looking at: all of a few; of many, those that are taken, and the next free one to take. */
export function shownSeats({ seats, phase }: RoomState): ShownSeats {
  const all = seats.map((_, seat) => seat);
  if (seats.length <= FEW) return { seats: all, compact: false };
  const isOpen = phase.kind === "gathering" || phase.kind === "finished" || phase.kind === "countdown";
  const free = isOpen ? seats.indexOf(null) : -1;
  return { seats: all.filter((seat) => seats[seat] !== null || seat === free), compact: true };
}
