import { gameJson, type PlayerId, type Secret } from "@rejoin/protocol";

/**
 * What must be recorded with something that a game decided, so that it stays hidden from whom the game hides it.
 *
 * @param whole what was decided
 * @param players who plays, by seat
 * @param see what is seen of it from a seat, or by a spectator (null): `whole` itself, or one other value
 * @returns nothing where everybody may see all of it
 */
export function secretOf(
  whole: unknown,
  players: readonly (PlayerId | null)[],
  see: (seat: number | null) => unknown,
): { secret?: Secret } {
  const shown = see(null);
  if (shown === whole) return {};
  const knownTo = players.filter((player, seat) => player !== null && see(seat) === whole);
  return { secret: { knownTo: knownTo as PlayerId[], shown: gameJson.parse(shown) } };
}
