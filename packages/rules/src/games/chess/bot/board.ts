import { type Position, WIN } from "../../bot/search.js";
import { colourToMove, movesSinceProgress } from "../position.js";
import { CASTLES, EN_PASSANT, fromOf, promotionOf, specialOf, toOf } from "./encoded-move.js";
import { generate, isAttacked, type Setting } from "./generate.js";
import { boardOf, CASTLING, indexOf, KING, PAWN, RANK, ROOK } from "./squares.js";
import { ENDGAME, FULL_SIZE, MATERIAL, MIDDLE_GAME, SIZE } from "./worth.js";

interface Played {
  move: number;
  captured: number;
  castling: number;
  enPassant: number;
  quiet: number;
}

/** What a move from or to a square ends: castling with the king or rook that stands there at first. */
const ENDS: Readonly<Record<number, number>> = { 4: 3, 7: 1, 0: 2, 116: 12, 119: 4, 112: 8 };

/** A chessboard to search on. Its moves are numbers (`encoded-move.ts`). */
export class Board implements Position<number>, Setting {
  readonly board: Int8Array;
  side: number;
  castling: number;
  enPassant: number;
  /** Half-moves since a capture or a pawn's move. */
  #quiet: number;
  readonly #played: Played[] = [];
  #whiteKing: number;
  #blackKing: number;
  // White's worth minus Black's, as in the middle game and as in the endgame, and the size of both armies: kept up move by
  // move, since adding the board up at every position would be most of the work.
  #middleGame = 0;
  #endgame = 0;
  #size = 0;

  constructor(fen: string) {
    const [, , castling = "-", enPassant = "-"] = fen.split(" ");
    this.board = boardOf(fen);
    this.side = colourToMove(fen) === "white" ? 1 : -1;
    this.castling = [...castling].reduce((bits, letter) => bits | (CASTLING[letter] ?? 0), 0);
    this.enPassant = enPassant === "-" ? -1 : indexOf(enPassant);
    this.#quiet = movesSinceProgress(fen);
    this.#whiteKing = this.board.indexOf(KING);
    this.#blackKing = this.board.indexOf(-KING);
    this.board.forEach((piece, square) => {
      this.#count(piece, square, 1);
    });
  }

  moves(): number[] {
    return this.#promisingFirst(generate(this, false));
  }

  loudMoves(): number[] {
    return this.#promisingFirst(generate(this, true));
  }

  /** The moves that do not leave the king in check. */
  legalMoves(): number[] {
    return this.moves().filter((move) => {
      const isLegal = this.play(move);
      if (isLegal) this.takeBack();
      return isLegal;
    });
  }

  get isCheck(): boolean {
    return isAttacked(this.board, this.#kingOf(this.side), -this.side);
  }

  play(move: number): boolean {
    const from = fromOf(move);
    const to = toOf(move);
    const special = specialOf(move);
    const piece = this.board[from] ?? 0;
    const taken = special === EN_PASSANT ? to - this.side * RANK : to;
    const captured = this.board[taken] ?? 0;
    const { castling, enPassant } = this;
    this.#played.push({ move, captured, castling, enPassant, quiet: this.#quiet });
    if (captured !== 0) this.#put(taken, 0);
    this.#put(from, 0);
    this.#put(to, promotionOf(move) === 0 ? piece : promotionOf(move) * this.side);
    if (special === CASTLES) this.#moveRook(rookFrom(to), rookTo(to));
    this.castling = castling & ~((ENDS[from] ?? 0) | (ENDS[to] ?? 0));
    const isDoubleStep = piece * this.side === PAWN && Math.abs(to - from) === 2 * RANK;
    this.enPassant = isDoubleStep ? (from + to) / 2 : -1;
    this.#quiet = captured !== 0 || piece * this.side === PAWN ? 0 : this.#quiet + 1;
    this.side = -this.side;
    if (!isAttacked(this.board, this.#kingOf(-this.side), this.side)) return true;
    this.takeBack();
    return false;
  }

  takeBack(): void {
    const played = this.#played.pop();
    if (!played) return;
    const { move, captured, castling, enPassant, quiet } = played;
    const from = fromOf(move);
    const to = toOf(move);
    this.side = -this.side;
    const piece = promotionOf(move) === 0 ? (this.board[to] ?? 0) : PAWN * this.side;
    this.#put(to, 0);
    this.#put(from, piece);
    if (captured !== 0) this.#put(specialOf(move) === EN_PASSANT ? to - this.side * RANK : to, captured);
    if (specialOf(move) === CASTLES) this.#moveRook(rookTo(to), rookFrom(to));
    this.castling = castling;
    this.enPassant = enPassant;
    this.#quiet = quiet;
  }

  /** A hundred half-moves without progress are a draw. What else ends a game shows in its having no moves. */
  ended(): number | null {
    return this.#quiet >= 100 ? 0 : null;
  }

  stuck(): number {
    return this.isCheck ? -WIN : 0;
  }

  value(): number {
    const share = Math.min(this.#size, FULL_SIZE) / FULL_SIZE;
    const white = this.#middleGame * share + this.#endgame * (1 - share) + this.#hunt(1 - share);
    return Math.round(white * this.side);
  }

  // With little left on the board, whoever is far ahead drives the other king to the edge with their own.
  #hunt(share: number): number {
    if (share < 0.7 || Math.abs(this.#endgame) < 300) return 0;
    const ahead = this.#endgame > 0 ? 1 : -1;
    const hunted = this.#kingOf(-ahead);
    const hunter = this.#kingOf(ahead);
    const fromMiddle = Math.abs((hunted & 7) - 3.5) + Math.abs((hunted >> 4) - 3.5);
    const apart = Math.abs((hunted & 7) - (hunter & 7)) + Math.abs((hunted >> 4) - (hunter >> 4));
    return ahead * (fromMiddle * 10 + (14 - apart) * 4);
  }

  #kingOf(side: number): number {
    return side > 0 ? this.#whiteKing : this.#blackKing;
  }

  #moveRook(from: number, to: number): void {
    const rook = this.board[from] ?? ROOK;
    this.#put(from, 0);
    this.#put(to, rook);
  }

  #put(square: number, piece: number): void {
    this.#count(this.board[square] ?? 0, square, -1);
    this.board[square] = piece;
    this.#count(piece, square, 1);
    if (piece === KING) this.#whiteKing = square;
    else if (piece === -KING) this.#blackKing = square;
  }

  #count(piece: number, square: number, times: number): void {
    if (piece === 0) return;
    const kind = Math.abs(piece);
    const sign = piece > 0 ? times : -times;
    const seen = piece > 0 ? square : square ^ 0x70;
    this.#middleGame += sign * (MIDDLE_GAME[kind]?.[seen] ?? 0);
    this.#endgame += sign * (ENDGAME[kind]?.[seen] ?? 0);
    this.#size += times * (SIZE[kind] ?? 0);
  }

  /** The most valuable piece taken by the least valuable one first: a search that begins well has less to look at. */
  #promisingFirst(moves: number[]): number[] {
    const promise = (move: number): number => {
      const captured = MATERIAL[Math.abs(this.board[toOf(move)] ?? 0)] ?? 0;
      const mover = Math.abs(this.board[fromOf(move)] ?? 0);
      return captured * 10 - (captured > 0 ? mover : 0) + promotionOf(move) * 1_000;
    };
    return moves
      .map((move) => ({ move, worth: promise(move) }))
      .sort((one, other) => other.worth - one.worth)
      .map(({ move }) => move);
  }
}

function rookFrom(kingTo: number): number {
  return (kingTo & 7) === 6 ? kingTo + 1 : kingTo - 2;
}

function rookTo(kingTo: number): number {
  return (kingTo & 7) === 6 ? kingTo - 1 : kingTo + 1;
}
