import { CASTLES, EN_PASSANT, encode } from "./encoded-move.js";
import {
  ALL_WAYS,
  BISHOP,
  DIAGONALS,
  KING,
  KNIGHT,
  KNIGHT_STEPS,
  OFF_BOARD,
  PAWN,
  QUEEN,
  RANK,
  ROOK,
  STRAIGHTS,
} from "./squares.js";

/** What a search must know of a position to find its moves. */
export interface Setting {
  board: Int8Array;
  /** 1 for White, -1 for Black. */
  side: number;
  /** Bits of `CASTLING`. */
  castling: number;
  /** Where a pawn may be taken that has just made a double step, or -1. */
  enPassant: number;
}

/** Steps of the pieces, by kind, and whether they go on. */
const STEPS = [[], [], KNIGHT_STEPS, DIAGONALS, STRAIGHTS, ALL_WAYS, ALL_WAYS];
const PROMOTIONS = [QUEEN, KNIGHT, ROOK, BISHOP];

/**
 * The moves of the side to move, by how the pieces move; some may leave the king in check.
 *
 * @param onlyLoud captures and promotions to a queen only
 */
export function generate(setting: Setting, onlyLoud: boolean): number[] {
  const { board, side } = setting;
  const moves: number[] = [];
  for (let from = 0; from < 128; from++) {
    if (from & OFF_BOARD) continue;
    const kind = (board[from] ?? 0) * side;
    if (kind === PAWN) pawnMoves(setting, from, onlyLoud, moves);
    else if (kind > PAWN) pieceMoves(setting, from, kind, onlyLoud, moves);
  }
  if (!onlyLoud) castlingMoves(setting, moves);
  return moves;
}

function pieceMoves(
  { board, side }: Setting,
  from: number,
  kind: number,
  onlyLoud: boolean,
  moves: number[],
): void {
  const slides = kind !== KNIGHT && kind !== KING;
  for (const step of STEPS[kind] ?? []) {
    for (let to = from + step; (to & OFF_BOARD) === 0; to += step) {
      const held = (board[to] ?? 0) * side;
      if (held > 0) break;
      if (held < 0 || !onlyLoud) moves.push(encode(from, to));
      if (held < 0 || !slides) break;
    }
  }
}

function pawnMoves(setting: Setting, from: number, onlyLoud: boolean, moves: number[]): void {
  const { board, side, enPassant } = setting;
  const ahead = from + side * RANK;
  const promotes = ahead >> 4 === (side > 0 ? 7 : 0);
  if (board[ahead] === 0 && (!onlyLoud || promotes)) {
    pawnMove(from, ahead, promotes, onlyLoud, moves);
    const isAtHome = from >> 4 === (side > 0 ? 1 : 6);
    const further = ahead + side * RANK;
    if (isAtHome && board[further] === 0) moves.push(encode(from, further));
  }
  for (const to of [ahead - 1, ahead + 1]) {
    if (to & OFF_BOARD) continue;
    if ((board[to] ?? 0) * side < 0) pawnMove(from, to, promotes, onlyLoud, moves);
    else if (to === enPassant) moves.push(encode(from, to, 0, EN_PASSANT));
  }
}

function pawnMove(from: number, to: number, promotes: boolean, onlyLoud: boolean, moves: number[]): void {
  if (!promotes) moves.push(encode(from, to));
  else if (onlyLoud) moves.push(encode(from, to, QUEEN));
  else for (const kind of PROMOTIONS) moves.push(encode(from, to, kind));
}

function castlingMoves({ board, side, castling }: Setting, moves: number[]): void {
  const king = side > 0 ? 0x04 : 0x74;
  const [short, long] = side > 0 ? [1, 2] : [4, 8];
  const isFree = (...squares: number[]) => squares.every((square) => board[square] === 0);
  const isSafe = (...squares: number[]) => !squares.some((square) => isAttacked(board, square, -side));
  if (castling & short && isFree(king + 1, king + 2) && isSafe(king, king + 1))
    moves.push(encode(king, king + 2, 0, CASTLES));
  if (castling & long && isFree(king - 1, king - 2, king - 3) && isSafe(king, king - 1))
    moves.push(encode(king, king - 2, 0, CASTLES));
}

/** Whether a side (1 or -1) could take what stands on a square. */
export function isAttacked(board: Int8Array, square: number, by: number): boolean {
  for (const step of KNIGHT_STEPS) if (board[square + step] === KNIGHT * by) return true;
  if (board[square - by * RANK - 1] === PAWN * by || board[square - by * RANK + 1] === PAWN * by) return true;
  return isSeen(board, square, by, DIAGONALS, BISHOP) || isSeen(board, square, by, STRAIGHTS, ROOK);
}

function isSeen(
  board: Int8Array,
  square: number,
  by: number,
  ways: readonly number[],
  kind: number,
): boolean {
  for (const way of ways) {
    let from = square + way;
    if (board[from] === KING * by) return true;
    while ((from & OFF_BOARD) === 0 && board[from] === 0) from += way;
    const piece = from & OFF_BOARD ? 0 : (board[from] ?? 0) * by;
    if (piece === kind || piece === QUEEN) return true;
  }
  return false;
}
