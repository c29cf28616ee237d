import { Fragment } from "react";
import { isMissed } from "../../connection/missed-events";
import { useRoom } from "../../connection/room";
import { useTime } from "../../time/time";
import type { Entry } from "./entry";
import { MissedMarker } from "./missed-marker";
import { PendingRow } from "./pending-row";
import { ThreadEnd } from "./thread-end";
import { type RowTime, ThreadRow } from "./thread-row";

/** A message this soon after another of the same person belongs to it, in milliseconds. */
const SAME_BREATH = 180_000;

interface ThreadListProps {
  entries: readonly Entry[];
  /** The number of the moment that is looked at; null while that is now. */
  at: number | null;
}

export function ThreadList({ entries, at }: ThreadListProps) {
  const { view, state, missed, dismissMissed } = useRoom();
  const { playBack } = useTime();
  const marked = entries.find(({ event }) => missed && event.seq >= missed.from)?.event.seq;
  return (
    <ol className="flex shrink-0 grow flex-col justify-end">
      {entries.map((entry, index) => {
        const { seq } = entry.event;
        const previous = entries[index - 1];
        return (
          <Fragment key={seq}>
            {missed && seq === marked && (
              <MissedMarker
                missed={missed}
                onPlay={at === null && missed.to > (view.base?.seq ?? 0) ? () => playBack(missed) : null}
                onDismiss={dismissMissed}
              />
            )}
            <ThreadRow
              entry={entry}
              missed={isMissed(missed, seq)}
              time={timeOf(seq, at)}
              newDay={isNewDay(entry, previous)}
              continued={seq !== marked && isContinued(entry, previous)}
              first={seq === 1}
            />
          </Fragment>
        );
      })}
      {at === null && <ThreadEnd />}
      {view.pending.map((pending) => (
        <PendingRow key={pending.commandId} pending={pending} game={state.game} />
      ))}
    </ol>
  );
}

function timeOf(seq: number, at: number | null): RowTime {
  if (at === null || seq < at) return "past";
  return seq === at ? "shown" : "to-come";
}

function isNewDay(entry: Entry, previous: Entry | undefined): boolean {
  const before = previous ? previous.event.at : Date.now();
  return new Date(entry.event.at).toDateString() !== new Date(before).toDateString();
}

function isContinued(entry: Entry, previous: Entry | undefined): boolean {
  return (
    previous?.event.type === "said" &&
    entry.event.type === "said" &&
    previous.event.actor === entry.event.actor &&
    entry.event.at - previous.event.at < SAME_BREATH
  );
}
