import type { RecordedEvent } from "@rejoin/protocol";

/** Whether an event is somebody's own words or feelings, which another person may not want to see. */
export function isTalk({ type }: RecordedEvent): boolean {
  return type === "said" || type === "reacted";
}
