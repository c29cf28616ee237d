import { setTimeout as wait } from "node:timers/promises";

/** Waits, but not after the run is called off. Never throws. @returns whether it waited to the end */
export async function pause(ms: number, called: AbortSignal): Promise<boolean> {
  try {
    await wait(ms, undefined, { signal: called });
    return true;
  } catch {
    return false;
  }
}
