import type { Recorded } from "./recorded.js";

/** What an event occupies beside its data: its fields and the objects that hold them. An estimate. */
const FIXED_BYTES = 400;

/** About how much memory an event occupies, in bytes: enough to put a bound to many of them. */
export function sizeOf(event: Recorded): number {
  return FIXED_BYTES + 2 * lengthOf(event.data);
}

/** About how long a value is as JSON, without making that. */
function lengthOf(value: unknown): number {
  if (typeof value === "string") return value.length + 2;
  if (typeof value !== "object" || value === null) return 6;
  let length = 2;
  if (Array.isArray(value)) {
    for (const member of value) length += 1 + lengthOf(member);
    return length;
  }
  for (const key in value) length += key.length + 4 + lengthOf(value[key as keyof typeof value]);
  return length;
}
