import Pause from "lucide-react/icons/pause";
import Play from "lucide-react/icons/play";
import type { KeyboardEvent, ReactNode } from "react";
import { laterTexts } from "../../texts/later-texts";
import { useTime } from "../../time/time";
import type { Timeline } from "../../time/timeline";
import { usePlay } from "../../time/use-play";
import { Button } from "../../ui/button";
import { Scrubber } from "./scrubber";
import "./time-machine.css";

/** How long a whole table may take to be played, in milliseconds. */
const LONGEST_MS = 120_000;

interface TimeMachineProps {
  timeline: Timeline;
  /** What happened with an event, in a sentence. */
  words: (seq: number) => string;
  /** Why the board takes no moves, and what else there is to say of this moment. */
  note: string;
  /** Where one can go from here. */
  exits: ReactNode;
  /** Leaves the past. Where there is a present to go to, somebody has just come from it, and the focus comes along. */
  onLeave?: () => void;
}

/** The controls below a board that is shown as it was: to any moment of its log, and on from there by itself. */
export function TimeMachine({ timeline, words, note, exits, onLeave }: TimeMachineProps) {
  const { shown } = useTime();
  const { playing, start, pause } = usePlay({ longestMs: LONGEST_MS, auto: false, ended: () => {} });
  const t = laterTexts.time;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape") onLeave?.();
  };
  return (
    <section aria-label={t.title} onKeyDown={onKeyDown} className="time-machine">
      <div className="flex min-h-11 items-center justify-between gap-3">
        <p className="min-w-0">
          <span className="block font-mono text-sm font-semibold">{t.where(shown, timeline.last)}</span>
          <span className="block truncate text-sm text-soft" title={words(shown)}>
            {words(shown)}
          </span>
        </p>
        <div className="flex shrink-0 items-center gap-2">{exits}</div>
      </div>
      <Scrubber timeline={timeline} words={words} takesFocus={onLeave !== undefined} onScrub={pause}>
        <Button
          look="quiet"
          aria-label={playing ? t.pause : t.play}
          title={playing ? t.pause : t.play}
          onClick={playing ? pause : start}
          className="size-11 shrink-0"
        >
          {playing ? <Pause aria-hidden size={20} /> : <Play aria-hidden size={20} />}
        </Button>
      </Scrubber>
      <p className="text-center text-sm text-soft">{note}</p>
    </section>
  );
}
