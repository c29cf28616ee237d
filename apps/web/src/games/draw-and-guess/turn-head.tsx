import type { DrawAndGuessState } from "@rejoin/rules/games/draw-and-guess/draw-and-guess-state";
import Timer from "lucide-react/icons/timer";
import { laterTexts } from "../../texts/later-texts";
import { classNames } from "../../ui/class-names";
import { useMoment } from "../use-moment";
import { useWarnings } from "../use-warnings";
import { WordPattern } from "./word-pattern";

const WARNINGS = [30, 10];
/** From here on the time stands out, in milliseconds. */
const LOW = 10_000;

interface TurnHeadProps {
  state: DrawAndGuessState;
  /** Whether you play, and in which seat: whose time it is that runs out. */
  mySeat: number | null;
  isOver: boolean;
  now: () => number;
}

/** The word as far as one knows it, the round, and the time. */
export function TurnHead({ state, mySeat, isOver, now }: TurnHeadProps) {
  const { stage, turn, order, rounds } = state;
  const t = laterTexts.drawAndGuess;
  const draws = mySeat === state.drawer;
  const isDrawing = stage.kind === "drawing";
  return (
    <div className="flex h-9 items-center gap-3 @lg:h-auto @lg:min-h-9">
      <p className="min-w-0 flex-1">
        {stage.kind === "drawing" &&
          (stage.word === null ? (
            <WordPattern pattern={stage.pattern} />
          ) : (
            <Word>{draws ? t.yourWord(stage.word) : t.knownWord(stage.word)}</Word>
          ))}
        {stage.kind === "shown" && <Word>{stage.word === null ? t.noWord : t.wordWas(stage.word)}</Word>}
      </p>
      {/* On a phone the word, or its letters, need the place. */}
      <p className={classNames("shrink-0 text-sm text-soft", stage.kind !== "choosing" && "@max-sm:sr-only")}>
        {t.round(Math.floor(turn / order.length) + 1, rounds)}
      </p>
      {!isOver && (
        <TimeLeft
          until={stage.until}
          now={now}
          isUrgent={isDrawing}
          warning={mySeat === null || !isDrawing ? null : draws ? t.warnsDrawer : t.warnsGuesser}
        />
      )}
    </div>
  );
}

function Word({ children }: { children: string }) {
  // Two lines are as high as the letters that others see, so that the picture stays where it is.
  return (
    <span className="line-clamp-2 font-display text-base leading-4.5 font-bold @lg:text-xl @lg:leading-tight">
      {children}
    </span>
  );
}

interface TimeLeftProps {
  until: number;
  now: () => number;
  /** Whether little of it is to stand out. */
  isUrgent: boolean;
  /** What to tell people who cannot see it; null where it is not theirs. */
  warning: ((seconds: number) => string) | null;
}

function TimeLeft({ until, now, isUrgent, warning }: TimeLeftProps) {
  const left = Math.max(0, until - useMoment(now, 250));
  const seconds = Math.ceil(left / 1_000);
  const t = laterTexts.drawAndGuess;
  useWarnings(warning ? left : null, WARNINGS, warning ?? String);
  return (
    <span
      role="timer"
      aria-label={t.secondsLeft(seconds)}
      className={classNames(
        "flex shrink-0 items-center gap-1 rounded-lg px-2 py-0.5 font-mono font-semibold",
        isUrgent && left <= LOW ? "bg-danger text-on-ink" : "bg-sunk",
      )}
    >
      <Timer aria-hidden size={15} />
      <span aria-hidden className="min-w-[2ch] text-right">
        {seconds}
      </span>
    </span>
  );
}
