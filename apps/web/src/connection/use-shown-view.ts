import type { RoomHandle, RoomView } from "@rejoin/sync";
import { startTransition, useEffect, useState } from "react";

/** How soon a room is drawn again that was drawn already, where more and more is added to its log, in milliseconds. */
const PACE_MS = 80;

/**
 * A room as it is shown. What a person does is shown at once. What is added to the log is drawn a little at a time, so that
 * the page answers meanwhile; and where a lot is added at once, as in catching up, not after each part of it.
 */
export function useShownView(handle: RoomHandle): RoomView {
  const [shown, setShown] = useState({ handle, view: handle.view.get() });
  const { view } = shown;
  useEffect(() => {
    const drawnAt = performance.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isBeingDrawn = false;
    const draw = (): void => {
      isBeingDrawn = true;
      startTransition(() => setShown({ handle, view: handle.view.get() }));
    };
    const hear = (): void => {
      const next = handle.view.get();
      if (next === view) return;
      if (next.pending !== view.pending) {
        setShown({ handle, view: next });
      } else if (!isBeingDrawn) {
        // What comes while it is being drawn would only make that begin again: it is looked at afterwards.
        const wait = isMoreOf(view, next) ? drawnAt + PACE_MS - performance.now() : 0;
        if (wait <= 0) draw();
        else timer ??= setTimeout(draw, wait);
      }
    };
    hear();
    const stop = handle.view.subscribe(hear);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [handle, view]);
  return shown.handle === handle ? view : handle.view.get();
}

/** Whether nothing but the log went on. */
function isMoreOf(shown: RoomView, next: RoomView): boolean {
  return next.epoch === shown.epoch && next.status.kind === shown.status.kind && next.missed === shown.missed;
}
