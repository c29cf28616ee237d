import type { Clock } from "@rejoin/sync";

const BEAT_MS = 5_000;
/** A timer that is this late was not merely busy. */
const LATE_MS = 5_000;

/**
 * Notices that the device, or the tab, has slept: much more time has passed than a timer asked for. Nothing else may say
 * so, and a connection that was open before is often dead without knowing it.
 *
 * @returns how to stop
 */
export function noticeSleep(clock: Clock, woke: () => void): () => void {
  let stop = (): void => {};
  const beat = (): void => {
    const begun = clock.now();
    stop = clock.setTimer(BEAT_MS, () => {
      if (clock.now() - begun > BEAT_MS + LATE_MS) woke();
      beat();
    });
  };
  beat();
  return () => stop();
}
