import type { RecordedEvent } from "@rejoin/protocol";

declare const committed: unique symbol;

/**
 * An event that is in the log, committed. Nothing but the log can make one (`mint.ts`, which only this folder may import),
 * and publishing takes nothing else: telling people of something that was not kept does not compile.
 */
export type Recorded = RecordedEvent & { readonly [committed]: true };
