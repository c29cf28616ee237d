import { gameOf } from "../games/known-games.js";
import { nextBotMove } from "./bots.js";
import type { RoomOwnCommand } from "./decision.js";
import { isSomebodyHere, type RoomState, seatedPeople, takenSeats } from "./state.js";

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
  const all = [abandonment(state), ...graceEnds(state), ...phaseEnd(state), ...botWanted(state)];
  return all.reduce((first, next) => (next.at < first.at ? next : first));
}

function abandonment(state: RoomState): Due {
  const { closeEmptyMs, closeIdleMs } = state.timing;
  const patience = seatedPeople(state).length === 0 ? closeEmptyMs : closeIdleMs;
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
  const times = [gameOf(state.game).due(state.board), nextBotMove(state)].flatMap((next) => next?.at ?? []);
  return times.length > 0 ? [{ at: Math.min(...times), command: { type: "move-by-itself" } }] : [];
}

/** Who pressed quick play wants to play, and not to wait: where too few come, a bot does. */
function botWanted(state: RoomState): Due[] {
  if (!state.quick || state.phase.kind !== "gathering" || !isSomebodyHere(state)) return [];
  const { bot, seats } = gameOf(state.game);
  if (!bot || takenSeats(state).length >= seats.min) return [];
  return [{ at: state.seatsAt + state.quick.botAfterMs, command: { type: "fill-seat" } }];
}
