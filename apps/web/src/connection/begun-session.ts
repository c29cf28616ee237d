import type { Asked } from "./http";

/** The session that was asked for before this script was there. */
export interface BegunSession extends Asked {
  /** Whether it was asked for as somebody who was here before. */
  isKnown: boolean;
}

declare global {
  interface Window {
    /** Left by `begin.js`. */
    rejoinSession?: BegunSession | undefined;
  }
}

/** What `begin.js` has asked for, to be taken once: whoever asks again wants a new answer. */
export function takeBegunSession(): BegunSession | undefined {
  const begun = window.rejoinSession;
  window.rejoinSession = undefined;
  return begun;
}
