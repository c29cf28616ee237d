import { Chess } from "chess.js";
import type { PieceKind } from "./position.js";

export type Promotion = "q" | "r" | "b" | "n";

/** A move that the rules allow in a position. */
export interface LegalMove {
  from: string;
  to: string;
  promotion?: Promotion;
  captured?: PieceKind;
  /** The move as people write it down, such as `Nxf7+`. */
  san: string;
  /** The position that it leads to. */
  fen: string;
}

/** Why a position ends a game whatever came before it, or null. */
export type Ending = "checkmate" | "stalemate" | "insufficient-material";

// A board asks for the moves from each square, and a game for those of the position that it is in: one position is asked
// for many times in a row, and working it out takes a millisecond.
let latest: { fen: string; moves: readonly LegalMove[] } | null = null;

/** Every legal move of a position. */
export function legalMoves(fen: string): readonly LegalMove[] {
  if (latest?.fen === fen) return latest.moves;
  const moves = new Chess(fen).moves({ verbose: true }).map(
    ({ from, to, promotion, captured, san, after }): LegalMove => ({
      from,
      to,
      ...(promotion && { promotion: promotion as Promotion }),
      ...(captured && { captured }),
      san,
      fen: after,
    }),
  );
  latest = { fen, moves };
  return moves;
}

export function endingOf(fen: string): Ending | null {
  const chess = new Chess(fen);
  if (chess.isCheckmate()) return "checkmate";
  if (chess.isStalemate()) return "stalemate";
  return chess.isInsufficientMaterial() ? "insufficient-material" : null;
}
