import { memo } from "react";
import { formatDay, formatMoment, formatTime } from "../../texts/format";
import { classNames } from "../../ui/class-names";
import { Face } from "../../ui/face";
import { SeatShape } from "../../ui/seat-look";
import type { Entry } from "./entry";
import { EntryText } from "./entry-text";
import { isTalk } from "./is-talk";

/** Where an event is, seen from the moment that is looked at. */
export type RowTime = "past" | "shown" | "to-come";

interface ThreadRowProps {
  entry: Entry;
  missed: boolean;
  time: RowTime;
  /** The first of a new day. */
  newDay: boolean;
  /** A message right after another one of the same person: the name is not said again. */
  continued: boolean;
  first: boolean;
}

/** One event. Rows never change once they are drawn, apart from being marked as missed, and while one looks back. */
export const ThreadRow = memo(function ThreadRow({
  entry,
  missed,
  time,
  newDay,
  continued,
  first,
}: ThreadRowProps) {
  const { event, by, outcome, seat } = entry;
  const spoken = isTalk(event);
  return (
    <li
      data-seq={event.seq}
      data-missed={missed || undefined}
      data-to-come={time === "to-come" || undefined}
      aria-current={time === "shown" ? "true" : undefined}
      className={classNames("thread-row pr-4 pb-1.5", first && "thread-first", !continued && "pt-1")}
    >
      {newDay && <p className="pt-2 pb-1 text-xs font-semibold text-soft">{formatDay(event.at)}</p>}
      <div className="relative flex items-baseline gap-3">
        {!(spoken && continued) && (
          <span className="thread-node -ml-11 -mt-1">
            {spoken && by ? (
              <Face avatar={by.avatar} size={28} className="rounded-full" />
            ) : (
              <Node seat={seat} />
            )}
          </span>
        )}
        <div className="thread-words min-w-0 flex-1">
          {spoken && !continued && <p className="leading-snug font-bold">{by?.name}</p>}
          <p className={classNames("thread-text wrap-anywhere", wordsLook(event.type))}>
            <EntryText entry={entry} />
          </p>
          {outcome && (
            <p
              className={outcome.result ? "mt-0.5 font-display text-xl leading-snug font-bold" : "text-soft"}
            >
              {outcome.text}
            </p>
          )}
        </div>
        <time
          dateTime={new Date(event.at).toISOString()}
          title={formatMoment(event.at)}
          className="shrink-0 font-mono text-xs text-soft"
        >
          {formatTime(event.at)}
        </time>
      </div>
    </li>
  );
});

function Node({ seat }: { seat: number | null }) {
  if (seat === null) return <span className="size-2 rounded-full bg-ink" />;
  return <SeatShape seat={seat} size={16} />;
}

function wordsLook(type: Entry["event"]["type"]): string {
  if (type === "said") return "";
  if (type === "reacted") return "text-2xl leading-tight";
  return type === "moved" ? "text-ink" : "text-soft";
}
