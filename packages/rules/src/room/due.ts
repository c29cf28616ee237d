import { gameOf } from "../games/games.js";
import type { RoomOwnCommand } from "./decision.js";
import { type RoomState, takenSeats } from "./state.js";

/** Something that a room will do by itself. */
export interface Due {
  /** Milliseconds since 1970. */
  at: number;
  command: RoomOwnCommand;
}

/**
 * The next thing that a room will do by itself, or null for a closed room. It follows from the state alone, so a room
 * that was not in any server's memory when the time came does it as soon as one loads it.
 */
export function due(state: RoomState): Due | null {
  if (state.phase.kind === "closed") return null;
  const all = [abandonment(state), ...graceEnds(state), ...phaseEnd(state)];
  return all.reduce((first, next) => (next.at < first.at ? next : first));
}

function abandonment(state: RoomState): Due {
  const { closeEmptyMs, closeIdleMs } = state.timing;
  const patience = takenSeats(state).length === 0 ? closeEmptyMs : closeIdleMs;
  return { at: state.lastAt + patience, command: { type: "close-abandoned" } };
}

function graceEnds(state: RoomState): Due[] {
  return state.seats.flatMap((seat): Due[] =>
    seat?.presence.kind === "dropped"
      ? [{ at: seat.presence.until, command: { type: "give-up", player: seat.player } }]
      : [],
  );
}

function phaseEnd(state: RoomState): Due[] {
  if (state.phase.kind === "countdown") return [{ at: state.phase.startsAt, command: { type: "begin" } }];
  if (state.phase.kind !== "playing") return [];
  const next = gameOf(state.game).due(state.board);
  return next ? [{ at: next.at, command: { type: "move-by-itself" } }] : [];
}
