import { gameJson, type Json, parse } from "@rejoin/protocol";
import { gameOf } from "../../games/known-games.js";
import type { Asker } from "../decide.js";
import { accepted, type Decision, refused } from "../decision.js";
import { secretOf } from "../secret.js";
import { phaseIs, type RoomState, seatedPeople, seatOf } from "../state.js";

export function decideStart(state: RoomState, { id, by }: Asker): Decision {
  if (state.host.id !== id) return refused("not-host", "Only the host starts the game.");
  if (state.phase.kind !== "gathering") return refused("wrong-phase", "The game has been started.");
  const { min } = gameOf(state.game).seats;
  const seated = state.seats.filter((seat) => seat !== null);
  if (seated.length < min) return refused("not-ready", `This game needs ${min} players.`);
  if (seatedPeople(state).length === 0) return refused("not-ready", "Bots do not play among themselves.");
  const waiting = seated.find((seat) => !seat.ready && seat.player !== id);
  if (waiting) return refused("not-ready", `${waiting.name} is not ready.`);
  return accepted({ type: "countdown-started", data: { by } });
}

export function decideMove(
  state: RoomState,
  { move: input, round }: { move: Json; round?: number | undefined },
  { id, by, now, random }: Asker,
): Decision {
  const another = refuseAnotherGame(state, round);
  if (another) return another;
  const seat = seatOf(state, id);
  if (seat === null) return refused("not-seated", "You are watching this game.");
  if (state.phase.kind !== "playing")
    return refused(
      "wrong-phase",
      phaseIs(state, "finished") ? "The game is over." : "The game has not begun.",
    );
  const game = gameOf(state.game);
  const move = parse(game.move, input);
  if (!move.ok) return refused("illegal-move", `That is not a move of ${game.name}: ${move.refusal.message}`);
  const decision = game.decide(state.board, move.value, { seat, now, random });
  if (!decision.ok) return decision;
  const hidden = secretOf(decision.event, state.players, (viewer) => game.view(decision.event, seat, viewer));
  return accepted({ type: "moved", data: { seat, move: gameJson.parse(decision.event), ...hidden, by } });
}

export function decideResign(state: RoomState, round: number | undefined, { id, by }: Asker): Decision {
  const another = refuseAnotherGame(state, round);
  if (another) return another;
  const seat = seatOf(state, id);
  if (seat === null) return refused("not-seated", "You are watching this game.");
  if (state.phase.kind !== "playing") return refused("wrong-phase", "There is no game to resign.");
  return accepted({ type: "resigned", data: { seat, by } });
}

/** Refuses what is for a game that is not being played: what waits offline may arrive hours later. @param round from 1 */
function refuseAnotherGame(state: RoomState, round: number | undefined): Decision | null {
  if (round === undefined) return null;
  const isOver = round < state.rounds || (round === state.rounds && !phaseIs(state, "playing"));
  if (isOver) return refused("game-over", "That game is over.");
  return round > state.rounds ? refused("wrong-phase", "That game has not begun.") : null;
}

export function decideRematch(state: RoomState, { id, by }: Asker): Decision {
  if (seatOf(state, id) === null) return refused("not-seated", "Take a seat first.");
  // The first to ask begins the gathering in which the others ask.
  const isAfterGame = phaseIs(state, "finished") || (phaseIs(state, "gathering") && state.rounds > 0);
  if (!isAfterGame) return refused("wrong-phase", "A rematch comes after a game.");
  return accepted({ type: "rematch-wanted", data: { by } });
}
