import { useRoom } from "../../connection/room";
import { laterTexts } from "../../texts/later-texts";
import { useTime } from "../../time/time";
import { CopyButton } from "../../ui/copy-button";

/** Copies a link to the replay, which opens at the moment that is shown. */
export function ShareMoment() {
  const { state } = useRoom();
  const { shown } = useTime();
  return <CopyButton value={replayLink(state.code, shown)} label={laterTexts.time.replay.copyLink} small />;
}

/** At a table where a game is over: copies a link to its replay, which opens at the beginning of that game. */
export function ShareReplay() {
  const { state, log } = useRoom();
  const { phase } = state;
  if (phase.kind !== "finished" && phase.kind !== "closed") return null;
  const began = log.findLast(({ type }) => type === "game-started");
  if (!began) return null;
  return <CopyButton value={replayLink(state.code, began.seq)} label={laterTexts.time.replay.share} small />;
}

/** @param seq the event to open at */
function replayLink(code: string, seq: number): string {
  return `${window.location.origin}/replay/${code}#${seq}`;
}
