import type { CrowdLink } from "./crowd/crowd-link.js";
import { pause } from "./pause.js";
import { readHeads } from "./read-logs.js";
import type { World } from "./world/world.js";

const LOOK_EVERY_MS = 250;

/** What came of waiting for everybody to be level with the logs. */
export interface Settling {
  /** From the end of the last fault to the first time that everybody was level, in milliseconds; null where they never were. */
  afterMs: number | null;
  /** The first of those who were not, and why. */
  behind: string[];
}

/**
 * Waits until every page is level with every log that it holds and has nothing on its way, and then stops the servers where
 * they stand, so that it stays so.
 *
 * @param withinMs how long it may take; generous, since it is no promise about time
 */
export async function settle(
  world: World,
  crowds: readonly CrowdLink[],
  withinMs: number,
  called: AbortSignal,
): Promise<Settling> {
  const begun = performance.now();
  for (;;) {
    const behind = await whoIsBehind(world, crowds);
    const afterMs = performance.now() - begun;
    if (behind.length === 0 && (await staysSo(world, crowds))) return { afterMs, behind };
    if (afterMs > withinMs || !(await pause(LOOK_EVERY_MS, called))) {
      for (const server of world.servers) server.freeze();
      return { afterMs: null, behind };
    }
  }
}

async function whoIsBehind(world: World, crowds: readonly CrowdLink[]): Promise<string[]> {
  const heads = await readHeads(world.postgres);
  return (await Promise.all(crowds.map((crowd) => crowd.look(heads)))).flat();
}

/** A room may do something by itself between the look and the stop. */
async function staysSo(world: World, crowds: readonly CrowdLink[]): Promise<boolean> {
  for (const server of world.servers) server.freeze();
  // What was committed a moment before is still on its way out of the sockets' buffers.
  const behind = await whoIsBehind(world, crowds);
  if (behind.length === 0) return true;
  for (const server of world.servers) server.thaw();
  return false;
}
