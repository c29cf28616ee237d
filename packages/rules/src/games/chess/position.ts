export type Colour = "white" | "black";
export const PIECE_KINDS = ["p", "n", "b", "r", "q", "k"] as const;
/** Pawn, knight, bishop, rook, queen, king, by the letters of Forsyth-Edwards notation. */
export type PieceKind = (typeof PIECE_KINDS)[number];
export interface Piece {
  colour: Colour;
  kind: PieceKind;
}

/** The position that every game begins with, in Forsyth-Edwards notation (FEN), as all positions here are. */
export const FIRST_POSITION = "rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1";

/** a8, b8, … h1: row by row from the top left, as White sees the board and as FEN lists it. */
export const SQUARES = [..."87654321"].flatMap((rank) => [..."abcdefgh"].map((file) => `${file}${rank}`));

/** What stands on each square, in the order of `SQUARES`. */
export function piecesOf(fen: string): (Piece | null)[] {
  return [...field(fen, 0).replaceAll("/", "")].flatMap((letter) => {
    const empty = Number(letter);
    return empty > 0 ? Array<null>(empty).fill(null) : [pieceOf(letter)];
  });
}

export function colourToMove(fen: string): Colour {
  return field(fen, 1) === "w" ? "white" : "black";
}

/** How many half-moves ago a pawn moved or a piece was taken: neither can be undone. */
export function movesSinceProgress(fen: string): number {
  return Number(field(fen, 4));
}

/** How many moves a colour has made in the game. */
export function movesMade(fen: string, colour: Colour): number {
  const number = Number(field(fen, 5)) - 1;
  return colour === "white" && colourToMove(fen) === "black" ? number + 1 : number;
}

/** All that makes two positions the same one when repetitions are counted: pieces, side to move, castling, en passant. */
export function repetitionKey(fen: string): string {
  return fen.split(" ").slice(0, 4).join(" ");
}

export function opposite(colour: Colour): Colour {
  return colour === "white" ? "black" : "white";
}

function field(fen: string, index: number): string {
  return fen.split(" ")[index] ?? "";
}

function pieceOf(letter: string): Piece {
  const kind = letter.toLowerCase() as PieceKind;
  return { colour: letter === kind ? "black" : "white", kind };
}
