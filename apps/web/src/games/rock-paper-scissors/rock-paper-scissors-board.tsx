import { roundEndsAt } from "@rejoin/rules/games/rock-paper-scissors/rock-paper-scissors";
import type { RockPaperScissorsState } from "@rejoin/rules/games/rock-paper-scissors/rock-paper-scissors-state";
import { choosers, countedRounds, outcomeOf } from "@rejoin/rules/games/rock-paper-scissors/score";
import { laterTexts } from "../../texts/later-texts";
import { texts } from "../../texts/texts";
import { anyBoard, type BoardProps } from "../board";
import { useMoment } from "../use-moment";
import { useWarnings } from "../use-warnings";
import { explain } from "./explain";
import { HandButtons } from "./hand-buttons";
import { PlayerTile } from "./player-tile";
import "./rock-paper-scissors.css";

const WARNINGS = [5];
/** With more players than these, who scored is only marked on them: the sentence would be long. */
const SCORERS_NAMED = 3;

/** Who has chosen, then what; below, one's own three hands. */
function RockPaperScissorsBoard(props: BoardProps<RockPaperScissorsState>) {
  const { state, name, names, mySeat, now } = props;
  const isOver = outcomeOf(state) !== null;
  const moment = useMoment(now, 250, !isOver);
  const last = state.reveals.at(-1) ?? null;
  // People look at the last round first, until the time of the next one begins to run.
  const shown = last && (isOver || moment < state.startedAt) ? last : null;
  const inRound = choosers(state);
  const mustChoose = props.playing && mySeat !== null && state.choices[mySeat] === null;
  const left = isOver || shown ? null : Math.max(0, roundEndsAt(state) - moment);
  useWarnings(mustChoose ? left : null, WARNINGS, laterTexts.rockPaperScissors.secondsLeft);
  return (
    <section
      aria-label={name}
      className="grid grid-cols-[minmax(0,1fr)] gap-2 rounded-3xl bg-raised p-3 shadow-lift sm:gap-4 sm:p-5"
    >
      <RoundHead state={state} left={left} />
      <ul
        style={{ "--tiles": columnsFor(state.seats.length) } as React.CSSProperties}
        className="rps-tiles grid gap-2 sm:gap-3"
      >
        {state.seats.map((seat) => (
          <PlayerTile
            key={seat}
            state={state}
            seat={seat}
            name={names[seat] ?? texts.games.somebody}
            shown={shown}
            inRound={inRound.includes(seat)}
            isMine={seat === mySeat}
          />
        ))}
      </ul>
      <p
        role="status"
        className="grid min-h-10 place-items-center text-center leading-tight font-semibold text-balance sm:min-h-12 sm:leading-normal"
      >
        {last ? explain(last, state.seats.length > SCORERS_NAMED ? null : names) : ""}
      </p>
      <HandButtons {...props} />
    </section>
  );
}

/** At most four beside each other; five and six in two rows of three. */
function columnsFor(players: number): number {
  if (players <= 4) return players;
  return players <= 6 ? 3 : 4;
}

interface RoundHeadProps {
  state: RockPaperScissorsState;
  /** Time to choose in milliseconds, or null while it does not run. */
  left: number | null;
}

function RoundHead({ state, left }: RoundHeadProps) {
  const t = laterTexts.rockPaperScissors;
  const round = countedRounds(state) + 1;
  const seconds = left === null ? null : Math.ceil(left / 1_000);
  return (
    <div className="grid gap-1.5">
      <p className="flex items-baseline justify-between gap-2">
        <span className="font-display text-lg font-bold">
          {round > state.rounds && !outcomeOf(state)
            ? t.playOff
            : t.round(Math.min(round, state.rounds), state.rounds)}
        </span>
        <span role="timer" className="text-sm text-soft">
          {seconds !== null && (seconds > 0 ? t.secondsLeft(seconds) : t.timeIsUp)}
        </span>
      </p>
      <span aria-hidden className="block h-1.5 overflow-hidden rounded-full bg-sunk">
        <span
          style={{ scale: `${left === null ? 1 : Math.min(1, left / state.roundMs)} 1` }}
          className="block size-full origin-left rounded-full bg-ink transition-[scale] duration-250 ease-linear"
        />
      </span>
    </div>
  );
}

export default anyBoard(RockPaperScissorsBoard);
