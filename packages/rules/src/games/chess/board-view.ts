import type { ChessState } from "./chess-state.js";
import { legalMoves } from "./legal-moves.js";
import { type Colour, colourToMove, PIECE_KINDS, type PieceKind, piecesOf, SQUARES } from "./position.js";

/** A square that a piece may go to. */
export interface Target {
  to: string;
  captures: boolean;
  /** Whether the player must say what the pawn becomes. */
  promotes: boolean;
}

/** Where the piece on a square may go: empty where there is none, where it is not its turn, and when the game is over. */
export function legalTargets({ fen, result }: ChessState, from: string): Target[] {
  if (result) return [];
  const targets = legalMoves(fen)
    .filter((move) => move.from === from)
    .map(({ to, captured, promotion }) => ({
      to,
      captures: captured !== undefined,
      promotes: promotion !== undefined,
    }));
  return [...new Map(targets.map((target) => [target.to, target])).values()];
}

/** The square of the king that is in check, or null. */
export function checkedKing({ fen, last }: ChessState): string | null {
  if (!last || !/[+#]$/.test(last.san)) return null;
  const colour = colourToMove(fen);
  const square = piecesOf(fen).findIndex((piece) => piece?.kind === "k" && piece.colour === colour);
  return SQUARES[square] ?? null;
}

/** What a colour has taken, the most valuable first. */
export function takenBy({ taken }: ChessState, colour: Colour): PieceKind[] {
  return [...taken[colour]].sort((one, other) => PIECE_KINDS.indexOf(other) - PIECE_KINDS.indexOf(one));
}

const POINTS: Readonly<Record<PieceKind, number>> = { p: 1, n: 3, b: 3, r: 5, q: 9, k: 0 };

/** How far a colour is ahead in what stands on the board, in pawns; below zero when behind. */
export function materialAhead({ fen }: ChessState, colour: Colour): number {
  return piecesOf(fen).reduce((sum, piece) => {
    if (!piece) return sum;
    return sum + (piece.colour === colour ? POINTS[piece.kind] : -POINTS[piece.kind]);
  }, 0);
}
