import { type Colour, opposite, type Piece, piecesOf } from "./position.js";

/**
 * Whether a colour could give checkmate by some series of legal moves, however badly the other plays. Whoever's flag falls
 * against one who could not has not lost: the game is drawn (FIDE Laws of Chess, article 6.9).
 */
export function canCheckmate(fen: string, colour: Colour): boolean {
  const pieces = piecesOf(fen).flatMap((piece, square) => (piece ? [{ ...piece, square }] : []));
  const own = pieces.filter((piece) => piece.colour === colour && piece.kind !== "k");
  const others = pieces.filter((piece) => piece.colour === opposite(colour) && piece.kind !== "k");
  if (own.length === 0) return false;
  if (own.some(isOneOf("p", "r", "q"))) return true;
  // A lone knight mates a king that is hemmed in by pieces of its own; a queen can always take it, or give way.
  if (own.some(isOneOf("n"))) return own.length > 1 || others.some(isOneOf("p", "n", "b", "r"));
  return bishopsCanCheckmate([...own, ...others]);
}

/** Only bishops are left to mate with: it takes the squares of the other shade, or somebody who stands in the way. */
function bishopsCanCheckmate(pieces: readonly (Piece & { square: number })[]): boolean {
  const shades = new Set(pieces.filter(isOneOf("b")).map(({ square }) => shadeOf(square)));
  return shades.size === 2 || pieces.some(isOneOf("p", "n"));
}

function isOneOf(...kinds: Piece["kind"][]): (piece: Piece) => boolean {
  return ({ kind }) => kinds.includes(kind);
}

function shadeOf(square: number): number {
  return (square + Math.floor(square / 8)) % 2;
}
