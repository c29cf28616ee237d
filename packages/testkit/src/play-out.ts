import { isDeepStrictEqual } from "node:util";
import type { Json, PlayerId } from "@rejoin/protocol";
import { decide, type RoomState, toMove } from "@rejoin/rules";
import { eventually } from "./eventually.js";

/** Somebody at a table, whatever client they play with. */
export interface Seated {
  id: PlayerId;
  /** The room as they see it now. */
  state(): RoomState | null;
  /** Makes a move; resolves when it is known to be in the log. */
  move(move: Json): Promise<unknown>;
}

/** Every move that could be one, legal or not, for games that a test plays to the end. */
const MOVES: Readonly<Record<string, readonly Json[]>> = {
  "tic-tac-toe": Array.from({ length: 9 }, (_, cell) => ({ cell })),
  "connect-four": Array.from({ length: 7 }, (_, column) => ({ column })),
};

/** The moves that a player may make now, by the rules. */
export function legalMoves(state: RoomState, player: PlayerId): Json[] {
  const person = { name: "Somebody", avatar: "face" };
  const context = {
    actor: { kind: "player", id: player, person } as const,
    now: state.lastAt,
    random: () => 0,
  };
  return (MOVES[state.game] ?? []).filter((move) => decide(state, { type: "move", move }, context).ok);
}

/**
 * Plays a game to its end: whoever is to move makes a legal move that `choose` picks, and the next one waits until they
 * see it.
 *
 * @param choose picks one of at least one move; the first by default
 * @returns the room as the last mover sees it after the game
 * @throws when nobody sees their turn within `withinMs` milliseconds
 */
export async function playOut(
  table: readonly Seated[],
  choose: (moves: readonly Json[]) => Json | undefined = ([first]) => first,
  withinMs = 15_000,
): Promise<RoomState> {
  for (let moves = 0; ; moves++) {
    const turn = await eventually(
      `move ${moves + 1}`,
      () => nextTurn(table),
      (next) => next !== null,
      withinMs,
    );
    if (turn === null || turn.kind === "over") return turn?.state as RoomState;
    const move = choose(legalMoves(turn.state, turn.mover.id));
    if (move === undefined) throw new Error(`no move was chosen for ${turn.mover.id}`);
    await turn.mover.move(move);
    const before = turn.state;
    await eventually(
      `move ${moves + 1} is seen`,
      () => turn.mover.state(),
      (seen) => !isDeepStrictEqual(seen, before),
      withinMs,
    );
  }
}

type Turn = { kind: "over"; state: RoomState } | { kind: "to-move"; mover: Seated; state: RoomState };

function nextTurn(table: readonly Seated[]): Turn | null {
  for (const mover of table) {
    const state = mover.state();
    if (state && toMove(state).includes(mover.id)) return { kind: "to-move", mover, state };
  }
  const states = table.map((seated) => seated.state());
  const over = states.find((state) => state?.phase.kind === "finished");
  return over ? { kind: "over", state: over } : null;
}
