import { gameOf, type Outcome, type RoomState, type Seat } from "@rejoin/rules/room";
import type { PendingCommand } from "@rejoin/sync";
import { isTurnOf, seatNames, seatsToMove } from "../../connection/table-facts";
import { gameLook, type Seen } from "../../games/registry";
import { laterTexts } from "../../texts/later-texts";
import { texts } from "../../texts/texts";

interface Situation {
  state: RoomState;
  mySeat: number | null;
  pending: readonly PendingCommand[];
}

/** Where the table stands, in a few words: whose turn it is, who won, what it waits for. */
export function headline({ state, mySeat, pending }: Situation): string {
  const t = laterTexts.table.headline;
  const { phase } = state;
  switch (phase.kind) {
    case "gathering":
      return gathering(state, mySeat);
    case "countdown":
      return t.countdown;
    case "playing":
      return playing({ state, mySeat, pending });
    case "finished": {
      const how = gameLook(state.game)?.ending?.(seen(state)) ?? null;
      const result = resultOf(state, phase.outcome, mySeat);
      return how === null ? result : t.how(result, how);
    }
    case "closed":
      return t.closed;
  }
}

function playing({ state, mySeat, pending }: Situation): string {
  const t = laterTexts.table.headline;
  const queues = gameLook(state.game)?.queuesMoves ?? false;
  const move = queues ? undefined : pending.find(({ command }) => command.type === "move");
  if (move) return move.status.kind === "waiting" ? t.moveWaits : t.moveSent;
  const situation = gameLook(state.game)?.situation?.(seen(state), mySeat) ?? null;
  if (situation !== null) return situation;
  if (isTurnOf(state, mySeat)) return t.yourTurn;
  return t.turn(namesOf(state, seatsToMove(state)));
}

function gathering(state: RoomState, mySeat: number | null): string {
  const t = laterTexts.table.headline;
  const seated = state.seats.filter((seat): seat is Seat => seat !== null);
  const missing = gameOf(state.game).seats.min - seated.length;
  if (mySeat === null && seated.length < state.seats.length) return t.takeSeat;
  if (missing > 0) return t.needPlayers(missing);
  if (mySeat !== null && !state.seats[mySeat]?.ready) return t.readyUp;
  return t.youReady(seated.filter(({ ready }) => !ready).map(({ name }) => name));
}

function resultOf(state: RoomState, outcome: Outcome, mySeat: number | null): string {
  const t = laterTexts.table.headline;
  if (outcome.kind === "drawn") return t.drawn;
  if (mySeat !== null && outcome.seats.includes(mySeat)) return t.youWon;
  return t.won(namesOf(state, outcome.seats));
}

function seen(state: RoomState): Seen {
  return { board: state.board, names: seatNames(state) };
}

function namesOf(state: RoomState, seats: readonly number[]): string[] {
  return seats.map((seat) => state.seats[seat]?.name ?? texts.games.somebody);
}
