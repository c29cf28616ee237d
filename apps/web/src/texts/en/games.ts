export const games = {
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
