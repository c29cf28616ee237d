import { useSyncExternalStore } from "react";

/** Long enough to be noticed by a screen reader; after that the words would only be found twice on the page. */
const KEPT_MS = 1_500;

let text = "";
let forget: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** Says something to people who use a screen reader, when they are done listening to what comes before. */
export function announce(next: string): void {
  clearTimeout(forget);
  // What came just before may not have been noticed yet.
  say(text === "" ? next : `${text}. ${next}`);
  forget = setTimeout(() => say(""), KEPT_MS);
}

function say(next: string): void {
  text = next;
  for (const listener of listeners) listener();
}

/** The polite live region that `announce` speaks through. Rendered once. */
export function Announcer() {
  const said = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => text,
  );
  return (
    <div aria-live="polite" aria-atomic="true" className="sr-only" data-announcer>
      {said}
    </div>
  );
}
