import type { RecordedEvent } from "@rejoin/protocol";
import {
  createContext,
  type Dispatch,
  type ReactNode,
  type SetStateAction,
  useContext,
  useDeferredValue,
  useMemo,
} from "react";
import type { MissedEvents } from "../connection/missed-events";
import { type Moment, NOW, shownSeq } from "./moment";
import type { Timeline } from "./timeline";

/** The moment that is shown, and how to go to another one. */
export interface Time {
  /** What the table and the thread show: as soon as they can be drawn, which may take longer than a hand takes to move on. */
  moment: Moment;
  /** What can be looked at; null while nobody looks back. */
  timeline: Timeline | null;
  /** The number that one is at, at once. */
  shown: number;
  /** Asks for a moment of the past, which is shown as soon as the log is ready for it. */
  lookBack: (seq: number) => void;
  /** Asks for what was missed to be played back, in the same way. */
  playBack: (missed: MissedEvents) => void;
  /** Moves to another number, in the way in which one is there. */
  show: (seq: number) => void;
  toNow: () => void;
}

const TimeContext = createContext<Time | null>(null);

interface TimeProviderProps {
  /** Which moment is asked for. */
  wanted: Moment;
  want: Dispatch<SetStateAction<Moment>>;
  /** What can be looked at; null until it is ready, and then the newest is shown. */
  timeline: Timeline | null;
  /** The newest number. */
  newest: number;
  children: ReactNode;
}

/** Gives time to the features below. */
export function TimeProvider({ wanted, want, timeline, newest, children }: TimeProviderProps) {
  const moment = useMemo(() => (timeline ? within(wanted, timeline) : NOW), [wanted, timeline]);
  const drawn = useDeferredValue(moment);
  const time = useMemo((): Time => {
    return {
      moment: drawn,
      timeline,
      shown: shownSeq(moment) ?? newest,
      lookBack: (seq) => want({ kind: "past", seq }),
      playBack: (missed) => want({ kind: "playback", seq: missed.from - 1, missed }),
      show: (seq) => want((held) => (held.kind === "now" ? held : { ...held, seq })),
      toNow: () => want(NOW),
    };
  }, [moment, drawn, want, timeline, newest]);
  return <TimeContext value={time}>{children}</TimeContext>;
}

function within(moment: Moment, timeline: Timeline): Moment {
  return moment.kind === "now" ? moment : { ...moment, seq: timeline.nearest(moment.seq) };
}

export function useTime(): Time {
  const time = useContext(TimeContext);
  if (!time) throw new Error("useTime is called outside of TimeProvider");
  return time;
}

/** The event right after which the room is shown. */
export function shownEvent({ timeline, shown }: Time): RecordedEvent | undefined {
  return timeline?.event(shown);
}
