import { systemClock } from "@rejoin/sync";
import { useEffect, useRef, useState } from "react";
import { play } from "./play";
import { useTime } from "./time";

/** Planned pace, and twice as fast. */
export type Speed = 1 | 2;

interface Play {
  playing: boolean;
  speed: Speed;
  start: () => void;
  pause: () => void;
  setSpeed: (speed: Speed) => void;
}

interface PlayOptions {
  /** How long it may take at single speed, in milliseconds. */
  longestMs: number;
  /** Whether it begins by itself. */
  auto: boolean;
  /** All of it was shown. */
  ended: () => void;
}

/** Plays the log on from the moment that is shown, up to its end, whatever is added to it meanwhile. */
export function usePlay({ longestMs, auto, ended }: PlayOptions): Play {
  const { timeline, shown, show } = useTime();
  const [playing, setPlaying] = useState(auto);
  const [speed, setSpeed] = useState<Speed>(1);
  const now = useRef({ speed, shown, ended, show });
  now.current = { speed, shown, ended, show };

  useEffect(() => {
    if (!playing || !timeline) return;
    return play(systemClock, {
      timeline,
      from: now.current.shown,
      longestMs,
      speed: () => now.current.speed,
      show: (seq) => now.current.show(seq),
      ended: () => {
        setPlaying(false);
        now.current.ended();
      },
    });
  }, [playing, timeline, longestMs]);

  const start = (): void => {
    // At its end it begins anew, as films do.
    if (timeline && shown >= timeline.last) show(timeline.first);
    setPlaying(true);
  };
  return { playing, speed, setSpeed, start, pause: () => setPlaying(false) };
}
