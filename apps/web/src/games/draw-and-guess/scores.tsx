import type { DrawAndGuessState } from "@rejoin/rules/games/draw-and-guess/draw-and-guess-state";
import Check from "lucide-react/icons/check";
import Pencil from "lucide-react/icons/pencil";
import { laterTexts } from "../../texts/later-texts";
import { texts } from "../../texts/texts";
import { classNames } from "../../ui/class-names";
import { SeatShape, seatStyle } from "../../ui/seat-look";

interface ScoresProps {
  state: DrawAndGuessState;
  names: readonly (string | null)[];
}

/** Who has how many points, who draws, and who has guessed it: the most points first. */
export function Scores({ state, names }: ScoresProps) {
  const t = laterTexts.drawAndGuess;
  const points = (seat: number): number => state.scores[seat] ?? 0;
  const ranked = [...state.order].sort((one, other) => points(other) - points(one) || one - other);
  return (
    <ol aria-label={t.scores} data-stage={state.stage.kind} className="draw-scores grid gap-1.5">
      {ranked.map((seat) => {
        const name = names[seat] ?? texts.games.somebody;
        const part = partOf(state, seat);
        return (
          <li
            key={seat}
            style={seatStyle(seat)}
            className={classNames(
              "flex min-w-0 items-center gap-1.5 rounded-lg px-2 py-1 text-sm",
              part === "guessed"
                ? "bg-[color-mix(in_oklab,var(--seat)_22%,var(--color-raised))]"
                : "bg-raised",
              part === "left" && "opacity-50",
            )}
          >
            <span className="sr-only">{t.score(name, t.points(points(seat)), part && t[part])}</span>
            <SeatShape seat={seat} size={12} className="shrink-0" />
            <span aria-hidden className="min-w-0 flex-1 truncate font-semibold">
              {name}
            </span>
            {part === "draws" && <Pencil aria-hidden size={14} className="shrink-0" />}
            {part === "guessed" && <Check aria-hidden size={15} strokeWidth={3} className="shrink-0" />}
            <span aria-hidden className="shrink-0 font-mono text-xs font-semibold">
              {points(seat)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function partOf(
  { drawer, stage, withdrawn }: DrawAndGuessState,
  seat: number,
): "draws" | "guessed" | "left" | null {
  if (withdrawn.includes(seat)) return "left";
  if (seat === drawer && stage.kind !== "shown") return "draws";
  const solved = stage.kind === "choosing" ? [] : stage.solved;
  return solved.some((guesser) => guesser.seat === seat) ? "guessed" : null;
}
