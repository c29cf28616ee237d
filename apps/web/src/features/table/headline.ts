import { gameOf, type RoomState, type Seat } from "@rejoin/rules";
import type { PendingCommand } from "@rejoin/sync";
import { isTurnOf, seatsToMove } from "../../connection/table-facts";
import { texts } from "../../texts/texts";

interface Situation {
  state: RoomState;
  mySeat: number | null;
  pending: readonly PendingCommand[];
}

/** Where the table stands, in a few words: whose turn it is, who won, what it waits for. */
export function headline({ state, mySeat, pending }: Situation): string {
  const t = texts.room.headline;
  const { phase } = state;
  switch (phase.kind) {
    case "gathering":
      return gathering(state, mySeat);
    case "countdown":
      return t.countdown;
    case "playing":
      return playing({ state, mySeat, pending });
    case "finished":
      if (phase.outcome.kind === "drawn") return t.drawn;
      if (mySeat !== null && phase.outcome.seats.includes(mySeat)) return t.youWon;
      return t.won(namesOf(state, phase.outcome.seats));
    case "closed":
      return t.closed;
  }
}

function playing({ state, mySeat, pending }: Situation): string {
  const t = texts.room.headline;
  const move = pending.find(({ command }) => command.type === "move");
  if (move) return move.status.kind === "waiting" ? t.moveWaits : t.moveSent;
  if (isTurnOf(state, mySeat)) return t.yourTurn;
  return t.turn(namesOf(state, seatsToMove(state)));
}

function gathering(state: RoomState, mySeat: number | null): string {
  const t = texts.room.headline;
  const seated = state.seats.filter((seat): seat is Seat => seat !== null);
  const missing = gameOf(state.game).seats.min - seated.length;
  if (mySeat === null && seated.length < state.seats.length) return t.takeSeat;
  if (missing > 0) return t.needPlayers(missing);
  if (mySeat !== null && !state.seats[mySeat]?.ready) return t.readyUp;
  return t.youReady(seated.filter(({ ready }) => !ready).map(({ name }) => name));
}

function namesOf(state: RoomState, seats: readonly number[]): string[] {
  return seats.map((seat) => state.seats[seat]?.name ?? texts.games.somebody);
}
