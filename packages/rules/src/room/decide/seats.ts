import type { Refusal } from "@rejoin/protocol";
import type { Asker } from "../decide.js";
import { accepted, type Decision, refused } from "../decision.js";
import { gatherAgain } from "../evolve/phase.js";
import { phaseIs, type RoomState, seatOf } from "../state.js";

export function decideTakeSeat(state: RoomState, wanted: number | undefined, { id, by }: Asker): Decision {
  if (seatOf(state, id) !== null) return refused("already-seated", "You have a seat at this table.");
  const free = freeSeat(state, wanted);
  return free.ok ? accepted({ type: "seat-taken", data: { seat: free.seat, by } }) : free;
}

/** The seat where somebody can sit down now: the one that is wanted, or the first free one. */
export function freeSeat(
  state: RoomState,
  wanted: number | undefined,
): { ok: true; seat: number } | { ok: false; refusal: Refusal } {
  // Sitting down after a game begins the next gathering, which frees the seats of those who are gone.
  const { seats } = gatherAgain(state);
  if (wanted !== undefined && wanted >= seats.length)
    return refused("no-such-seat", `This table has ${seats.length} seats.`);
  const free = seats.indexOf(null);
  if (free === -1) return refused("table-full", "The table is full. You can watch.");
  if (!phaseIs(state, "gathering", "finished"))
    return refused("wrong-phase", "The game has begun. You can watch, and sit down when it is over.");
  const seat = wanted ?? free;
  if (seats[seat] !== null) return refused("seat-taken", "Somebody sits there.");
  return { ok: true, seat };
}

export function decideLeaveSeat(state: RoomState, { id, by }: Asker): Decision {
  const seat = seatOf(state, id);
  if (seat === null) return refused("not-seated", "You have no seat at this table.");
  return accepted({ type: "seat-left", data: { seat, by } });
}

export function decideReady(state: RoomState, ready: boolean, { id, by }: Asker): Decision {
  const seat = seatOf(state, id);
  if (seat === null) return refused("not-seated", "Take a seat first.");
  if (!phaseIs(state, "gathering", "countdown"))
    return refused("wrong-phase", "Readiness is asked for before a game.");
  return accepted({ type: "ready-changed", data: { ready, by } });
}
