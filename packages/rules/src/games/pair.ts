/** The two seats of a game for two, rising. */
export type Pair = readonly [number, number];

/** @throws if a table started a game for two with another number of seats, which a room never does. */
export function pairOf(seats: readonly number[]): Pair {
  const [one, two] = seats;
  if (one === undefined || two === undefined || seats.length !== 2)
    throw new Error(`a game for two was set up with ${seats.length} seats`);
  return [one, two];
}

export function otherPlayer(players: Pair, seat: number): number {
  return seat === players[0] ? players[1] : players[0];
}

/** The right to begin alternates from game to game. */
export function firstPlayer(seats: readonly number[], round: number): number {
  return pairOf(seats)[round % 2 === 0 ? 0 : 1];
}
