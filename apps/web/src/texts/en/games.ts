/** What a game is called, and its rules in one line. */
interface GameWords {
  name: string;
  rule: string;
}

/** Games that are called otherwise than in the catalogue of the rules, which is in English, by their ids. */
const catalogue: Readonly<Record<string, GameWords>> = {};

export const games = {
  catalogue,
  cell: (row: number, column: number, content: string) => `Row ${row}, column ${column}, ${content}`,
  empty: "empty",
  held: (piece: string, name: string) => `${piece}, ${name}`,
  waits: "not confirmed yet",
  preparing: "Setting up the board…",
  unknown: "This page does not know the game yet. Reload it to get the newest one.",
  ticTacToe: {
    crosses: "crosses",
    noughts: "noughts",
    move: (row: number, column: number) => `played row ${row}, column ${column}`,
  },
  connectFour: {
    disc: (seat: number) => `disc of seat ${seat}`,
    move: (column: number) => `dropped a disc in column ${column}`,
  },
  somebody: "somebody",
  move: "made a move",
};
