import type { CrowdLink } from "./crowd/crowd-link.js";
import type { CrowdCounts } from "./crowd/messages.js";
import type { Options } from "./options.js";
import { pause } from "./pause.js";
import type { World } from "./world/world.js";

/** What all crowds have counted, together. */
export function sumOf(crowds: readonly CrowdLink[], count: keyof CrowdCounts): number {
  return crowds.reduce((sum, crowd) => sum + (crowd.counts?.[count] ?? 0), 0);
}

/**
 * Waits until a run has reached what it was asked for: its time, or so many commands and so many kills where they were asked
 * for and come first.
 *
 * @param progress is told every ten seconds, in a line
 */
export async function untilDone(
  { minutes, untilCommands, kills }: Options,
  world: World,
  crowds: readonly CrowdLink[],
  called: AbortSignal,
  progress: (line: string) => void,
): Promise<void> {
  const begun = performance.now();
  const hasGoals = untilCommands > 0 || kills > 0;
  for (let told = begun; await pause(100, called); ) {
    const now = performance.now();
    const accepted = sumOf(crowds, "accepted");
    if (now - begun >= minutes * 60_000) return;
    if (hasGoals && accepted >= untilCommands && world.kills >= kills) return;
    if (now - told < 10_000) continue;
    told = now;
    const rate = Math.round(accepted / ((now - begun) / 1_000));
    progress(
      `${((now - begun) / 60_000).toFixed(1)} min: ${accepted} commands acknowledged (${rate}/s), ${world.kills} kills, ` +
        `${sumOf(crowds, "roomsOpened")} rooms`,
    );
  }
}
