import type { Hand } from "@rejoin/rules/games/rock-paper-scissors/hands";
import type {
  Reveal,
  RockPaperScissorsState,
} from "@rejoin/rules/games/rock-paper-scissors/rock-paper-scissors-state";
import Check from "lucide-react/icons/check";
import Ellipsis from "lucide-react/icons/ellipsis";
import { laterTexts } from "../../texts/later-texts";
import { classNames } from "../../ui/class-names";
import { SeatShape, seatStyle } from "../../ui/seat-look";
import { HandHistory } from "./hand-history";
import { HandPicture } from "./hand-picture";

interface PlayerTileProps {
  state: RockPaperScissorsState;
  seat: number;
  name: string;
  /** The round that everybody looks at, or null while the next one is chosen for. */
  shown: Reveal | null;
  inRound: boolean;
  isMine: boolean;
}

/** A player: what they hold, what they have, and how it went. */
export function PlayerTile({ state, seat, name, shown, inRound, isMine }: PlayerTileProps) {
  const t = laterTexts.rockPaperScissors;
  const gained = shown?.points[seat] ?? 0;
  const score = state.scores[seat] ?? 0;
  const holds = shown ? (shown.hands[seat] ?? null) : (state.choices[seat] ?? null);
  const words = wordsOf({ state, seat, shown, inRound, holds });
  return (
    <li
      style={seatStyle(seat)}
      data-won={gained > 0 || undefined}
      className={classNames(
        "rps-tile relative grid min-w-0 grid-cols-[minmax(0,1fr)] content-start justify-items-center gap-1 rounded-2xl p-1.5 text-center sm:p-2",
        !inRound && !shown && "opacity-50",
      )}
    >
      <span className="sr-only">{t.player(name, words, t.score(score))}</span>
      <span
        aria-hidden
        className="flex max-w-full min-w-0 items-center gap-1 text-xs font-semibold sm:gap-1.5 sm:text-sm"
      >
        <SeatShape seat={seat} size={13} className="shrink-0" />
        <span className="truncate">{name}</span>
      </span>
      <span
        aria-hidden
        key={`${state.reveals.length} ${shown === null} ${holds ?? ""}`}
        className={classNames(
          "grid aspect-square w-full place-items-center text-(--seat)",
          state.seats.length > 4 ? "max-w-12 sm:max-w-20" : "max-w-24 sm:max-w-32",
        )}
      >
        <Held holds={holds} isMine={isMine} waits={inRound && !shown} />
      </span>
      <span aria-hidden className="relative">
        <span className="font-display text-2xl leading-none font-bold">{score}</span>
        <span
          className={classNames(
            "absolute bottom-0 left-full ml-1 text-sm font-bold",
            gained === 0 && "invisible",
          )}
        >
          {t.gained(gained)}
        </span>
      </span>
      <HandHistory reveals={state.reveals} seat={seat} name={name} />
    </li>
  );
}

function Held({ holds, isMine, waits }: { holds: Hand | "sealed" | null; isMine: boolean; waits: boolean }) {
  if (holds === "sealed" || (holds === null && !waits))
    return holds === null ? null : (
      <span className="rps-back grid size-[76%] animate-fill place-items-center rounded-2xl">
        <Check className="size-[45%]" strokeWidth={3} />
      </span>
    );
  if (holds === null) return <Ellipsis className="size-1/2 animate-breathe text-soft" />;
  return (
    <HandPicture
      hand={holds}
      className={classNames("size-[82%] animate-fill", isMine && waits && "opacity-70")}
    />
  );
}

interface Situation extends Pick<PlayerTileProps, "state" | "seat" | "shown" | "inRound"> {
  holds: Hand | "sealed" | null;
}

function wordsOf({ state, seat, shown, inRound, holds }: Situation): string {
  const t = laterTexts.rockPaperScissors;
  if (state.withdrawn.includes(seat)) return t.left;
  if (holds === "sealed") return t.sealed;
  if (holds !== null) return t.hands[holds];
  if (shown) return t.nothing;
  return inRound ? t.thinking : t.looksOn;
}
