/** What a list of games says of each: enough to choose one, and nothing that would load its rules. */
export interface GameEntry {
  id: string;
  name: string;
  /** The rules in one line, for a player who has never seen the game. */
  rule: string;
  seats: { min: number; max: number };
}

export const TIC_TAC_TOE = {
  id: "tic-tac-toe",
  name: "Tic-tac-toe",
  rule: "Take turns marking a cell. Three of yours in a row wins.",
  seats: { min: 2, max: 2 },
} as const satisfies GameEntry;

export const CONNECT_FOUR = {
  id: "connect-four",
  name: "Connect Four",
  rule: "Drop discs in turn. Four of yours in a line, any direction, wins.",
  seats: { min: 2, max: 2 },
} as const satisfies GameEntry;

export const CHESS = {
  id: "chess",
  name: "Chess",
  rule: "Checkmate the king before your clock runs out.",
  seats: { min: 2, max: 2 },
} as const satisfies GameEntry;

export const ROCK_PAPER_SCISSORS = {
  id: "rock-paper-scissors",
  name: "Rock, paper, scissors",
  rule: "Choose in secret, all at once. A point for everybody you beat; the most points win.",
  seats: { min: 2, max: 8 },
} as const satisfies GameEntry;

export const DRAW_AND_GUESS = {
  id: "draw-and-guess",
  name: "Draw and guess",
  rule: "One draws a secret word, the others guess it. The sooner it is guessed, the more points for both.",
  seats: { min: 2, max: 12 },
} as const satisfies GameEntry;

/** Every game, in the order in which the lobby offers them. */
export const CATALOGUE: readonly GameEntry[] = [
  TIC_TAC_TOE,
  CONNECT_FOUR,
  CHESS,
  ROCK_PAPER_SCISSORS,
  DRAW_AND_GUESS,
];

export function findEntry(id: string): GameEntry | undefined {
  return CATALOGUE.find((entry) => entry.id === id);
}
