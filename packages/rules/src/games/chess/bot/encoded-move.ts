import { nameOf } from "./squares.js";

// A search makes a hundred thousand moves: each is one number, so that none of them is an object to be thrown away.
//   bits 0-6 from, 7-13 to, 14-16 what a pawn becomes, 17-18 what is special about it

export const PLAIN = 0;
export const EN_PASSANT = 1;
export const CASTLES = 2;

export function encode(from: number, to: number, promotion = 0, special = PLAIN): number {
  return from | (to << 7) | (promotion << 14) | (special << 17);
}

export function fromOf(move: number): number {
  return move & 0x7f;
}

export function toOf(move: number): number {
  return (move >> 7) & 0x7f;
}

/** The kind of piece that a pawn becomes, or 0. */
export function promotionOf(move: number): number {
  return (move >> 14) & 7;
}

export function specialOf(move: number): number {
  return move >> 17;
}

const LETTERS = ["", "", "n", "b", "r", "q"] as const;

/** The move as the game's rules write it. */
export function decode(move: number): { from: string; to: string; promotion?: "n" | "b" | "r" | "q" } {
  const promotion = LETTERS[promotionOf(move)];
  return { from: nameOf(fromOf(move)), to: nameOf(toOf(move)), ...(promotion && { promotion }) };
}
