import { useEffect } from "react";

/** Does something once, when the page has nothing better to do. `task` must be the same function each time. */
export function useIdle(task: () => unknown): void {
  useEffect(() => {
    // Safari has no requestIdleCallback.
    if (typeof requestIdleCallback === "undefined") {
      const timer = setTimeout(task, 1_500);
      return () => clearTimeout(timer);
    }
    const request = requestIdleCallback(() => task(), { timeout: 4_000 });
    return () => cancelIdleCallback(request);
  }, [task]);
}
