import * as z from "zod/mini";
import type { Clocks } from "./clock.js";
import type { Ending, LegalMove } from "./legal-moves.js";
import { type Colour, colourToMove, type PieceKind, SQUARES } from "./position.js";

/** How a game ended. Draws by repetition and by fifty moves come by themselves: nobody has to claim them. */
export type Reason =
  | Ending
  | "repetition"
  | "fifty-moves"
  | "agreement"
  | "resignation"
  /** The flag fell; a draw where the other could not have given checkmate. */
  | "time";

export interface ChessResult {
  reason: Reason;
  /** Null for a draw. */
  winner: Colour | null;
}

export interface ChessState {
  /** The seats that play the colours. */
  seats: Readonly<Record<Colour, number>>;
  /** The position, in Forsyth-Edwards notation. */
  fen: string;
  /** Null where there is no clock. */
  clocks: Clocks | null;
  /** What has been on the board since the last capture or pawn move, for counting repetitions: at most a hundred and one. */
  positions: readonly string[];
  last: { from: string; to: string; san: string } | null;
  /** What each colour has taken, in order. */
  taken: Readonly<Record<Colour, readonly PieceKind[]>>;
  /** Who offers a draw that has not been answered. */
  offer: Colour | null;
  /** How many moves each had made when they last offered one, so that nobody keeps asking. */
  offeredAfter: Readonly<Record<Colour, number | null>>;
  result: ChessResult | null;
}

export const chessOptions = z.strictObject({
  /** Each player's time in minutes; 0 for no clock. */
  minutes: z._default(z.literal([0, 1, 3, 5, 10, 15, 30]), 10),
  /** Seconds added after each move, where there is a clock. */
  increment: z._default(z.literal([0, 1, 2, 3, 5, 10, 15, 30]), 5),
});
export type ChessOptions = z.infer<typeof chessOptions>;

const square = z.enum(SQUARES);
export const chessMove = z.union([
  z.strictObject({ from: square, to: square, promotion: z.optional(z.enum(["q", "r", "b", "n"])) }),
  z.strictObject({ draw: z.enum(["offer", "accept", "decline"]) }),
]);
/** What players do; and the fall of a flag, which is the game's own. */
export type ChessMove = z.infer<typeof chessMove> | { flag: true };

/** The move that was made. The position after it stands in the event, so that replaying a game needs no knowledge of how pieces move. */
export interface PieceMoved extends LegalMove {
  /** How the move ended the game, where it did. */
  ended?: Ending | "repetition" | "fifty-moves";
}
export type ChessEvent =
  | PieceMoved
  | { draw: "offer" | "accept" | "decline" }
  | { flag: Colour; winner: Colour | null };

/** Times in milliseconds. */
export interface ChessSetup {
  white: number;
  black: number;
  clock: { time: number; increment: number; at: number } | null;
}

export function colourOf({ seats }: ChessState, seat: number | null): Colour | null {
  if (seat === seats.white) return "white";
  return seat === seats.black ? "black" : null;
}

/** Who is to move. */
export function mover(state: ChessState): Colour {
  return colourToMove(state.fen);
}
