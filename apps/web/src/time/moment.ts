import type { MissedEvents } from "../connection/missed-events";

/** Which moment of its log a room is shown at. */
export type Moment =
  | { kind: "now" }
  /** Right after event `seq`: somebody looks around in the log. */
  | { kind: "past"; seq: number }
  /** What was missed is played back, and has come to event `seq`. */
  | { kind: "playback"; seq: number; missed: MissedEvents };

export const NOW: Moment = { kind: "now" };

/** The number that is shown, or null for whatever is the newest. */
export function shownSeq(moment: Moment): number | null {
  return moment.kind === "now" ? null : moment.seq;
}
