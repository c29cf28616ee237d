const FIRST_CEILING_MS = 250;
const LAST_CEILING_MS = 5_000;

/**
 * How long to wait before the next try: full jitter, so that a thousand clients cut at once do not come back at once.
 *
 * @param failures how many tries have failed in a row before this wait, from 0
 * @param random from 0 up to, not including, 1
 * @returns milliseconds, evenly spread below a ceiling that doubles from 250 ms to 5 s
 */
export function backoffMs(failures: number, random: () => number): number {
  return random() * Math.min(LAST_CEILING_MS, FIRST_CEILING_MS * 2 ** failures);
}
