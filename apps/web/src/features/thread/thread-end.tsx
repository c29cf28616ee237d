import { useConnection } from "../../connection/client";
import { useRoom } from "../../connection/room";
import { formatTime } from "../../texts/format";
import { laterTexts } from "../../texts/later-texts";

/** Where the thread is now: going on, or cut. */
export function ThreadEnd() {
  const connection = useConnection();
  const { view, state } = useRoom();
  if (connection.kind === "reconnecting" || connection.kind === "offline")
    return <Cut since={connection.since} />;
  if (connection.kind === "live" && view.status.kind === "live" && state.phase.kind !== "closed")
    return <GoingOn />;
  return null;
}

function GoingOn() {
  return (
    <li aria-hidden data-live className="thread-row thread-live h-5">
      <span className="thread-node size-2.5 rounded-full bg-live" />
    </li>
  );
}

function Cut({ since }: { since: number }) {
  return (
    <li data-cut className="thread-row thread-cut min-h-14 pt-1 pr-4 pb-2">
      <span aria-hidden className="thread-node">
        <span className="size-3.5 rounded-full border-2 border-missed-mark bg-raised" />
      </span>
      <p className="text-sm font-medium text-missed">{laterTexts.thread.cut(formatTime(since))}</p>
    </li>
  );
}
