import { PIECE_KINDS, type Piece, piecesOf } from "../position.js";

// The search keeps its board as sixteen files by eight ranks, of which the left half is used: a step off the board then
// shows in one bit of the index ("0x88"). a1 is 0, h8 is 0x77.
export const OFF_BOARD = 0x88;
export const RANK = 16;

/** Pieces as numbers: 1 to 6 for White's pawn, knight, bishop, rook, queen and king, below zero for Black's. */
export const PAWN = 1;
export const KNIGHT = 2;
export const BISHOP = 3;
export const ROOK = 4;
export const QUEEN = 5;
export const KING = 6;

export const KNIGHT_STEPS = [33, 31, 18, 14, -33, -31, -18, -14];
export const DIAGONALS = [17, 15, -17, -15];
export const STRAIGHTS = [1, RANK, -1, -RANK];
export const ALL_WAYS = [...DIAGONALS, ...STRAIGHTS];

/** What still may be castled, as bits. */
export const CASTLING: Readonly<Record<string, number>> = { K: 1, Q: 2, k: 4, q: 8 };

export function indexOf(square: string): number {
  return square.charCodeAt(0) - 97 + (square.charCodeAt(1) - 49) * RANK;
}

export function nameOf(index: number): string {
  return String.fromCharCode(97 + (index & 7), 49 + (index >> 4));
}

/** The pieces of a position, by index. */
export function boardOf(fen: string): Int8Array {
  const board = new Int8Array(128);
  piecesOf(fen).forEach((piece, order) => {
    board[(order & 7) + (7 - (order >> 3)) * RANK] = piece ? codeOf(piece) : 0;
  });
  return board;
}

function codeOf({ colour, kind }: Piece): number {
  const code = PIECE_KINDS.indexOf(kind) + 1;
  return colour === "white" ? code : -code;
}
