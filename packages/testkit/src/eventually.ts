import { setTimeout as wait } from "node:timers/promises";
import { inspect } from "node:util";

const LOOK_EVERY_MS = 10;

/**
 * Waits for something to become so, and no longer: the alternative to sleeping and hoping.
 *
 * @param what what is waited for, for the message of a failing test
 * @param look called every 10 ms
 * @param isSo whether what was seen is what is waited for
 * @returns what was seen when it was so
 * @throws an Error that tells what was seen last, when it is not so within `withinMs` milliseconds; whatever `look` throws
 */
export async function eventually<Seen>(
  what: string,
  look: () => Seen | Promise<Seen>,
  isSo: (seen: Seen) => boolean,
  withinMs = 10_000,
): Promise<Seen> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (isSo(seen)) return seen;
    if (performance.now() >= deadline) {
      throw new Error(`${what}: not within ${withinMs} ms. Last seen: ${inspect(seen, { depth: 4 })}`);
    }
    await wait(LOOK_EVERY_MS);
  }
}
