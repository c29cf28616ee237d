import { beats, HANDS, type Hand } from "@rejoin/rules/games/rock-paper-scissors/hands";
import type { Reveal } from "@rejoin/rules/games/rock-paper-scissors/rock-paper-scissors-state";
import { laterTexts } from "../../texts/later-texts";
import { texts } from "../../texts/texts";

/**
 * Who scored in a round, and why, in a sentence without a full stop.
 *
 * @param names by seat; null to leave out who scored
 */
export function explain({ hands, points }: Reveal, names: readonly (string | null)[] | null): string {
  const t = laterTexts.rockPaperScissors;
  const shown = HANDS.filter((hand) => hands.includes(hand));
  const gains = points.flatMap((count, seat) =>
    count > 0 ? [{ name: names?.[seat] ?? texts.games.somebody, points: count }] : [],
  );
  const [only] = shown;
  if (only === undefined) return t.nobody;
  if (gains.length === 0) return t.same(only);
  const reasons = shown.filter((hand) => shown.some((other) => beats(hand, other)));
  const why = reasons.length > 0 ? reasons.map(beating) : [t.beatsNothing];
  return names ? t.explained(why, t.scorers(gains)) : t.reasons(why);
}

function beating(hand: Hand): string {
  return laterTexts.rockPaperScissors.beats[hand];
}
