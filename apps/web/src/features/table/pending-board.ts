import type { Json } from "@rejoin/protocol";
import { gameOf, type RoomState } from "@rejoin/rules/room";
import type { PendingCommand } from "@rejoin/sync";
import { serverNow } from "../../connection/server-time";

export interface PendingBoard {
  board: unknown;
  /** Your latest move that is not confirmed; null where none is, or where the rules would not allow it any more. */
  move: Json | null;
}

/** The board with your own unconfirmed moves already made in it, by the same rules that will judge them. */
export function pendingBoard(
  state: RoomState,
  mySeat: number | null,
  pending: readonly PendingCommand[],
): PendingBoard {
  const shown: PendingBoard = { board: state.board, move: null };
  if (mySeat === null || state.phase.kind !== "playing") return shown;
  const commands = pending.map(({ command }) => command);
  return commands.reduce(
    (before, command) =>
      command.type === "move" && (command.round ?? state.rounds) === state.rounds
        ? (moved(state.game, before.board, command.move, mySeat) ?? before)
        : before,
    shown,
  );
}

function moved(id: string, board: unknown, move: Json, seat: number): PendingBoard | null {
  const game = gameOf(id);
  const parsed = game.move.safeParse(move);
  if (!parsed.success) return null;
  const now = serverNow();
  const decision = game.decide(board, parsed.data, { seat, now, random: Math.random });
  return decision.ok ? { board: game.evolve(board, decision.event, { seat, at: now }), move } : null;
}

/** A board as it looks before a game, to be shown while people gather. */
export function blankBoard(state: RoomState): unknown {
  const game = gameOf(state.game);
  const seats = Array.from({ length: game.seats.min }, (_, seat) => seat);
  return game.start(game.setup({ seats, round: 0, options: state.options, now: 0, random: () => 0 }));
}
