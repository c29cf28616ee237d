import type { RoomHandle, RoomView } from "@rejoin/sync";
import { useEffect } from "react";

/** Tells the server how far a person has seen: only what is applied while the page is in front of their eyes. */
export function useSeen(handle: RoomHandle, view: RoomView): void {
  const { seq } = view;
  useEffect(() => {
    if (seq === 0) return;
    const look = (): void => {
      if (document.visibilityState === "visible") handle.seen();
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [handle, seq]);
}
