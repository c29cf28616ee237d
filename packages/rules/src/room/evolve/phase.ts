import { gameOf } from "../../games/known-games.js";
import { phaseIs, type RoomState, type Seat, seatedPeople } from "../state.js";

/** From gathering only: a countdown that runs is not begun again. */
export function startCountdown(state: RoomState, at: number): RoomState {
  if (!phaseIs(state, "gathering")) return state;
  return { ...state, phase: { kind: "countdown", startsAt: at + state.timing.countdownMs } };
}

export function callOffCountdown(state: RoomState): RoomState {
  return phaseIs(state, "countdown") ? { ...state, phase: { kind: "gathering" } } : state;
}

/**
 * Starts the countdown where there is nothing to wait for: every seat is taken by somebody who is ready. At a table of
 * quick play nobody waits for empty seats.
 */
export function startWhenReady(state: RoomState, at: number): RoomState {
  const isEnough = state.quick ? areEnoughReady(state) : state.seats.every((seat) => seat?.ready);
  return isEnough && seatedPeople(state).length > 0 ? startCountdown(state, at) : state;
}

/** Whether everybody who sits here is ready, and they are enough for a game. Bots do not play among themselves. */
export function areEnoughReady(state: RoomState): boolean {
  const seated = state.seats.filter((seat) => seat !== null);
  const isEnough = seated.length >= gameOf(state.game).seats.min && seatedPeople(state).length > 0;
  return isEnough && seated.every(({ ready }) => ready);
}

/** After a game: the seats of those who are gone for good are free again, and the table gathers for the next one. */
export function gatherAgain(state: RoomState): RoomState {
  if (!phaseIs(state, "finished")) return state;
  const seats = state.seats.map((seat) => (seat?.presence.kind === "gone" ? null : seat));
  return { ...state, seats, phase: { kind: "gathering" } };
}

export function withdrawFromGame(state: RoomState, seat: number, at: number): RoomState {
  if (!phaseIs(state, "playing")) return state;
  const board = gameOf(state.game).withdraw(state.board, seat);
  return finishWhenDecided({ ...state, board, boardAt: at });
}

export function finishWhenDecided(state: RoomState): RoomState {
  const outcome = gameOf(state.game).outcome(state.board);
  if (!outcome) return state;
  const won = (index: number): boolean => outcome.kind === "won" && outcome.seats.includes(index);
  const seats = state.seats.map(
    (seat, index): Seat | null => seat && { ...seat, wins: seat.wins + (won(index) ? 1 : 0) },
  );
  return { ...state, seats, phase: { kind: "finished", outcome } };
}

export function closed(state: RoomState, reason: "host" | "abandoned"): RoomState {
  return { ...state, invited: [], phase: { kind: "closed", reason } };
}
