import { HANDS } from "@rejoin/rules/games/rock-paper-scissors/hands";
import type { RockPaperScissorsState } from "@rejoin/rules/games/rock-paper-scissors/rock-paper-scissors-state";
import Clock from "lucide-react/icons/clock";
import { laterTexts } from "../../texts/later-texts";
import { classNames } from "../../ui/class-names";
import { seatStyle } from "../../ui/seat-look";
import type { BoardProps } from "../board";
import { moveText } from "../move-field";
import { useGridKeys } from "../use-grid-keys";
import { HandPicture } from "./hand-picture";

/** One's own three hands. They stay where they are after the choice, with it marked. */
export function HandButtons({
  state,
  mySeat,
  playing,
  playable,
  play,
  pending,
}: BoardProps<RockPaperScissorsState>) {
  const keys = useGridKeys(1, HANDS.length);
  if (!playing || mySeat === null) return null;
  const t = laterTexts.rockPaperScissors;
  const chosen = state.choices[mySeat];
  const isFree = playable && chosen === null;
  const isPending = moveText(pending, "choose") !== null;
  return (
    <fieldset
      onKeyDown={keys.onKeyDown}
      className="grid grid-cols-3 gap-2 sm:gap-3"
      style={seatStyle(mySeat)}
    >
      <legend className="sr-only">{t.choose}</legend>
      {HANDS.map((hand, index) => (
        <button
          key={hand}
          type="button"
          aria-pressed={chosen === hand}
          aria-disabled={!isFree}
          onClick={isFree ? () => play({ choose: hand }) : undefined}
          className={classNames(
            "relative grid min-h-20 sm:min-h-24 justify-items-center gap-0.5 rounded-2xl p-2 font-semibold transition-[translate,background-color,opacity] duration-150",
            isFree &&
              "bg-paper shadow-lift ring-1 ring-line hover:-translate-y-0.5 hover:ring-edge active:translate-y-px",
            chosen === hand && "bg-ink text-on-ink",
            !isFree && chosen !== hand && "bg-sunk text-soft",
          )}
          {...keys.cell(0, index)}
        >
          <HandPicture hand={hand} className="size-12 sm:size-18" />
          {t.buttons[hand]}
          {isPending && chosen === hand && <Clock aria-hidden size={16} className="absolute top-2 right-2" />}
        </button>
      ))}
    </fieldset>
  );
}
