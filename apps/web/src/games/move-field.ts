import type { Json } from "@rejoin/protocol";

/** A whole number in a move, or null where the move is of another shape. */
export function moveField(move: Json | null, field: string): number | null {
  if (move === null || typeof move !== "object" || Array.isArray(move)) return null;
  const value = move[field];
  return typeof value === "number" ? value : null;
}

/** A text in a move, or null where the move is of another shape. */
export function moveText(move: Json | null, field: string): string | null {
  if (move === null || typeof move !== "object" || Array.isArray(move)) return null;
  const value = move[field];
  return typeof value === "string" ? value : null;
}
