import type { Reveal } from "@rejoin/rules/games/rock-paper-scissors/rock-paper-scissors-state";
import { laterTexts } from "../../texts/later-texts";
import { HandPicture } from "./hand-picture";

/** How many of the last rounds a tile remembers. */
const REMEMBERED = 5;

/** What a player showed in the last rounds; in their colour where it brought them points. */
export function HandHistory({
  reveals,
  seat,
  name,
}: {
  reveals: readonly Reveal[];
  seat: number;
  name: string;
}) {
  const t = laterTexts.rockPaperScissors;
  const from = Math.max(0, reveals.length - REMEMBERED);
  return (
    <ol
      aria-label={t.historyOf(name)}
      className="rps-history flex min-h-4 justify-center gap-0.5 sm:min-h-4.5"
    >
      {reveals.slice(from).map(({ hands, points }, index) => {
        const hand = hands[seat] ?? null;
        const gained = points[seat] ?? 0;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a round is its number
          <li key={from + index} className={gained > 0 ? "text-(--seat)" : "text-edge opacity-70"}>
            <span className="sr-only">
              {t.inRound(from + index + 1, hand ? t.hands[hand] : t.nothing, gained)}
            </span>
            {hand ? <HandPicture hand={hand} className="size-4 sm:size-4.5" /> : <span aria-hidden>–</span>}
          </li>
        );
      })}
    </ol>
  );
}
