import type { Json } from "@rejoin/protocol";
import { gameOf, type RoomState } from "@rejoin/rules";
import type { PendingCommand } from "@rejoin/sync";

export interface PendingBoard {
  board: unknown;
  /** Your move that is not confirmed; null where none is, or where the rules would not allow it any more. */
  move: Json | null;
}

/** The board with your own unconfirmed move already made in it, by the same rules that will judge it. */
export function pendingBoard(
  state: RoomState,
  mySeat: number | null,
  pending: readonly PendingCommand[],
): PendingBoard {
  const command = pending.map((held) => held.command).find((held) => held.type === "move");
  const as = { board: state.board, move: null };
  if (!command || mySeat === null || state.phase.kind !== "playing") return as;
  const game = gameOf(state.game);
  const parsed = game.move.safeParse(command.move);
  if (!parsed.success) return as;
  const now = Date.now();
  const decision = game.decide(state.board, parsed.data, { seat: mySeat, now, random: Math.random });
  if (!decision.ok) return as;
  return { board: game.evolve(state.board, decision.event, { seat: mySeat, at: now }), move: command.move };
}

/** A board as it looks before a game, to be shown while people gather. */
export function blankBoard(state: RoomState): unknown {
  const game = gameOf(state.game);
  const seats = Array.from({ length: game.seats.min }, (_, seat) => seat);
  return game.start(game.setup({ seats, round: 0, options: state.options, now: 0, random: () => 0 }));
}
