const FIRST_CEILING_MS = 500;
const LAST_CEILING_MS = 4_000;

/** The longest ceiling where a connection is open, in milliseconds: a server that can serve again is found out within seconds. */
export const CONNECTED_CEILING_MS = 1_200;

/**
 * How long to wait before the next try: full jitter, so that a thousand clients cut at once do not come back at once.
 *
 * @param failures how many tries have failed in a row before this wait, from 0
 * @param random from 0 up to, not including, 1
 * @param leastMs what the other side asked for: nobody comes sooner, and all spread over as much again
 * @param lastCeilingMs how far the ceiling grows
 * @returns milliseconds, evenly spread below a ceiling that doubles from half a second to four seconds
 */
export function backoffMs(
  failures: number,
  random: () => number,
  leastMs = 0,
  lastCeilingMs = LAST_CEILING_MS,
): number {
  const ceiling = Math.min(lastCeilingMs, FIRST_CEILING_MS * 2 ** failures);
  return leastMs + random() * Math.max(ceiling, leastMs);
}
