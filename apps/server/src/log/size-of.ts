import type { Recorded } from "./recorded.js";

/** What an event occupies beside its data: its fields and the objects that hold them. An estimate. */
const FIXED_BYTES = 400;

/** About how much memory an event occupies, in bytes: enough to put a bound to many of them. */
export function sizeOf(event: Recorded): number {
  return FIXED_BYTES + 2 * JSON.stringify(event.data).length;
}
