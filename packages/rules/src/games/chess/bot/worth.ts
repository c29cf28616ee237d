import { BISHOP, KING, KNIGHT, PAWN, QUEEN, ROOK } from "./squares.js";

/** What a kind of piece is worth, in hundredths of a pawn. */
export const MATERIAL = [0, 100, 320, 330, 500, 900, 0];

/** How much a kind of piece adds to the size of the armies: what tells a middle game from an endgame. */
export const SIZE = [0, 0, 1, 1, 2, 4, 0];
/** Both armies at the start. */
export const FULL_SIZE = 24;

/** What a piece of each kind is worth on each square, for White: material, and how well it stands. */
export const MIDDLE_GAME = tables(false);
export const ENDGAME = tables(true);

function tables(isEndgame: boolean): Int16Array[] {
  return [0, PAWN, KNIGHT, BISHOP, ROOK, QUEEN, KING].map((kind) =>
    Int16Array.from({ length: 128 }, (_, index) => {
      const file = index & 7;
      const rank = index >> 4;
      return (MATERIAL[kind] ?? 0) + Math.round(standing(kind, file, rank, isEndgame));
    }),
  );
}

/** How well a piece stands there: near the middle, pawns far ahead, a rook on the seventh rank, a king out of the way. */
function standing(kind: number, file: number, rank: number, isEndgame: boolean): number {
  const fromMiddle = Math.max(Math.abs(file - 3.5), Math.abs(rank - 3.5)) - 0.5;
  const central = 3 - fromMiddle - (Math.abs(file - 3.5) + Math.abs(rank - 3.5) - 1) / 6;
  switch (kind) {
    case PAWN:
      return isEndgame ? rank * rank * 3 - 10 : rank * 4 + (file === 3 || file === 4 ? rank * 6 : 0) - 20;
    case KNIGHT:
      return central * 14 - 20;
    case BISHOP:
      return central * 8 - (rank === 0 ? 18 : 6);
    case ROOK:
      return (rank === 6 ? 20 : 0) + (isEndgame ? 0 : (3 - Math.abs(file - 3.5)) * 2);
    case QUEEN:
      return central * (isEndgame ? 8 : 2);
    case KING:
      return isEndgame ? central * 12 : sheltered(file, rank);
    default:
      return 0;
  }
}

function sheltered(file: number, rank: number): number {
  if (rank > 1) return -40 - rank * 8;
  const isCastled = file <= 2 || file >= 6;
  return (isCastled ? 25 : -5) - rank * 20;
}
