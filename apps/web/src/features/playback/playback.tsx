import Pause from "lucide-react/icons/pause";
import Play from "lucide-react/icons/play";
import { type KeyboardEvent, useEffect } from "react";
import { countMissed } from "../../connection/missed-events";
import { useRoom } from "../../connection/room";
import { laterTexts } from "../../texts/later-texts";
import type { Moment } from "../../time/moment";
import { isPausedAt } from "../../time/pace";
import { shownEvent, useTime } from "../../time/time";
import type { Timeline } from "../../time/timeline";
import { usePlay } from "../../time/use-play";
import { announce } from "../../ui/announcer";
import { Button } from "../../ui/button";
import { prefersLessMotion } from "../../ui/prefers-less-motion";

/** How long what was missed may take to be played, in milliseconds at single speed, however much it is. */
const LONGEST_MS = 12_000;

interface PlaybackProps {
  moment: Extract<Moment, { kind: "playback" }>;
  timeline: Timeline;
  /** What happened with an event, in a sentence. */
  words: (seq: number) => string;
}

/** Plays what was missed, and what comes meanwhile, up to now. Whoever wants less motion goes on by hand. */
export function Playback({ moment, timeline, words }: PlaybackProps) {
  const { dismissMissed } = useRoom();
  const { toNow, shown, show } = useTime();
  const t = laterTexts.time;
  const ended = (): void => {
    toNow();
    dismissMissed();
    announce(t.playback.ended);
  };
  const { playing, start, pause, speed, setSpeed } = usePlay({
    longestMs: LONGEST_MS,
    auto: !prefersLessMotion(),
    ended,
  });
  useReadOut(words);
  const total = countMissed(moment.missed);
  const done = countMissed(moment.missed, shown);
  useEffect(() => announce(laterTexts.time.playback.announced(total)), [total]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape") toNow();
  };
  const next = (): void => (shown >= timeline.last ? ended() : show(shown + 1));
  return (
    <section aria-label={t.playback.title} onKeyDown={onKeyDown} className="playback">
      <div className="flex items-center justify-between gap-3">
        <p className="min-w-0 text-missed">
          <span className="font-display font-bold">{t.playback.title}</span>{" "}
          <span className="font-mono text-sm font-semibold">{t.playback.progress(done, total)}</span>
          <span className="block truncate text-sm text-ink">{words(shown)}</span>
        </p>
        <Button autoFocus onClick={toNow} className="shrink-0 px-4">
          {t.playback.skip}
        </Button>
      </div>
      <div aria-hidden className="h-1.5 overflow-hidden rounded-full bg-raised">
        <div
          className="h-full rounded-full bg-missed-mark transition-[width] duration-200"
          style={{ width: `${(done / total) * 100}%` }}
        />
      </div>
      <div className="flex items-center justify-center gap-1">
        <Button look="quiet" onClick={playing ? pause : start} className="px-3 text-sm">
          {playing ? <Pause aria-hidden size={18} /> : <Play aria-hidden size={18} />}
          {playing ? t.pause : t.play}
        </Button>
        <Button look="quiet" onClick={next} className="px-3 text-sm">
          {t.playback.next}
        </Button>
        <Button
          look="quiet"
          aria-pressed={speed === 2}
          onClick={() => setSpeed(speed === 1 ? 2 : 1)}
          className="px-3 text-sm"
        >
          {t.playback.speed(2)}
        </Button>
      </div>
    </section>
  );
}

/** Reads out where it pauses. What passes quickly would only pile up. */
function useReadOut(words: (seq: number) => string): void {
  const time = useTime();
  const event = shownEvent(time);
  const text = event && isPausedAt(event) ? words(event.seq) : null;
  useEffect(() => {
    if (text) announce(text);
  }, [text]);
}
