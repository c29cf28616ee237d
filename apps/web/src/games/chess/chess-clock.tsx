import { type Clocks, timeLeft } from "@rejoin/rules/games/chess/clock";
import type { Colour } from "@rejoin/rules/games/chess/position";
import { formatRemaining } from "../../texts/format";
import { laterTexts } from "../../texts/later-texts";
import { classNames } from "../../ui/class-names";
import { useMoment } from "../use-moment";
import { useWarnings } from "../use-warnings";

/** From here on a clock is shown with tenths, and stands out. */
const LOW = 20_000;
const WARNINGS = [60, 30, 10];

interface ChessClockProps {
  clocks: Clocks;
  colour: Colour;
  stopped: boolean;
  /** Whether its owner is to be told when little is left. */
  warns: boolean;
  now: () => number;
}

/** One clock, counting down by itself from what the state says. */
export function ChessClock({ clocks, colour, stopped, warns, now }: ChessClockProps) {
  const runs = !stopped && clocks.running === colour;
  const low = timeLeft(clocks, colour, now()) <= LOW;
  const moment = useMoment(now, low ? 100 : 250, runs);
  const left = stopped ? clocks.left[colour] : timeLeft(clocks, colour, moment);
  useWarnings(runs && warns ? left : null, WARNINGS, laterTexts.chess.secondsLeft);
  const seconds = Math.ceil(left / 1_000);
  return (
    <span
      role="timer"
      aria-label={laterTexts.chess.clock(colour, Math.floor(seconds / 60), seconds % 60)}
      className={classNames(
        "min-w-17 shrink-0 rounded-lg px-2 py-0.5 text-center font-mono text-base font-semibold sm:text-lg",
        !runs && "bg-sunk text-soft",
        runs && left > LOW && "bg-ink text-on-ink",
        runs && left <= LOW && "bg-danger text-on-ink",
      )}
    >
      <span aria-hidden>{left <= LOW ? withTenths(left) : formatRemaining(left)}</span>
    </span>
  );
}

function withTenths(ms: number): string {
  const tenths = Math.ceil(ms / 100);
  return `0:${String(Math.floor(tenths / 10)).padStart(2, "0")}.${tenths % 10}`;
}
