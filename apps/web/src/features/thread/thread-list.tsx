import type { Missed } from "@rejoin/sync";
import { Fragment } from "react";
import { useRoom } from "../../connection/room";
import { formatDay } from "../../texts/format";
import type { Entry } from "./entry";
import { MissedMarker } from "./missed-marker";
import { PendingRow } from "./pending-row";
import { ThreadEnd } from "./thread-end";
import { ThreadRow } from "./thread-row";

/** A message this soon after another of the same person belongs to it, in milliseconds. */
const SAME_BREATH = 180_000;

export function ThreadList({ entries }: { entries: readonly Entry[] }) {
  const { view, state, dismissMissed } = useRoom();
  const { missed } = view;
  const marked = entries.find(({ event }) => isMissed(event.seq, missed))?.event.seq;
  return (
    <ol className="mt-auto">
      {entries.map((entry, index) => {
        const { seq } = entry.event;
        const previous = entries[index - 1];
        return (
          <Fragment key={seq}>
            {missed && seq === marked && <MissedMarker missed={missed} onDismiss={dismissMissed} />}
            <ThreadRow
              entry={entry}
              missed={isMissed(seq, missed)}
              newDay={isNewDay(entry, previous)}
              continued={seq !== marked && isContinued(entry, previous)}
              first={seq === 1}
            />
          </Fragment>
        );
      })}
      <ThreadEnd />
      {view.pending.map((pending) => (
        <PendingRow key={pending.commandId} pending={pending} game={state.game} />
      ))}
    </ol>
  );
}

function isMissed(seq: number, missed: Missed | null): boolean {
  return missed !== null && seq >= missed.from && seq <= missed.to;
}

function isNewDay(entry: Entry, previous: Entry | undefined): boolean {
  if (!previous) return formatDay(entry.event.at) !== formatDay(Date.now());
  return formatDay(entry.event.at) !== formatDay(previous.event.at);
}

function isContinued(entry: Entry, previous: Entry | undefined): boolean {
  return (
    previous?.event.type === "said" &&
    entry.event.type === "said" &&
    previous.event.actor === entry.event.actor &&
    entry.event.at - previous.event.at < SAME_BREATH
  );
}
