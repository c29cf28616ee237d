import type { Recorder, SeededRandom } from "@rejoin/testkit";
import { allFaults } from "./faults/all-faults.js";
import type { Attack, Fault, Target } from "./faults/fault.js";
import { pause } from "./pause.js";
import type { Profile } from "./profiles.js";
import { Tally } from "./world/tally.js";

const ATTACKS: readonly Attack[] = ["servers", "network", "database", "clients"];

export interface AttackParts {
  target: Target;
  random: SeededRandom;
  recorder: Recorder;
  every: Profile["every"];
  /** Faults end soon after this. */
  called: AbortSignal;
}

/** Attacks until it is called off. @returns when everything was put right; how often each fault struck */
export async function attack(parts: AttackParts): Promise<Tally> {
  const struck = new Tally();
  await Promise.all(ATTACKS.map((kind) => attackOneAfterTheOther(kind, parts, struck)));
  return struck;
}

async function attackOneAfterTheOther(kind: Attack, parts: AttackParts, struck: Tally): Promise<void> {
  const { target, called, recorder } = parts;
  const meanMs = parts.every[kind];
  if (!Number.isFinite(meanMs)) return;
  const random = parts.random.fork(`attack ${kind}`);
  const faults = allFaults.filter((fault) => fault.attack === kind && (fault.isPossible?.(target) ?? true));
  const byName = new Map(faults.map((fault) => [fault.name, fault]));
  const weights = Object.fromEntries(faults.map(({ name, weight }) => [name, weight]));
  for (let strikes = 1; ; strikes++) {
    const rest = random.next() * 2 * Math.max(meanMs, breathingMs(kind, target));
    if (!(await pause(rest, called))) return;
    const fault = byName.get(random.weighted(weights)) as Fault;
    const hit = await strike(fault, parts, random.fork(`strike ${strikes}`));
    if (hit === null) continue;
    struck.add(fault.name);
    recorder.record({ kind: "fault", fault: fault.name, target: hit });
  }
}

/** On a slow machine servers must have the time to come back, or nobody plays and nothing is proven. */
function breathingMs(kind: Attack, { world }: Target): number {
  return kind === "servers"
    ? Math.max(0, ...world.servers.map(({ startTimes }) => startTimes.at(-1) ?? 0))
    : 0;
}

async function strike(
  fault: Fault,
  { target, called }: AttackParts,
  random: SeededRandom,
): Promise<string | null> {
  try {
    return await fault.strike(target, random, called);
  } catch (error) {
    throw new Error(`The fault "${fault.name}" could not be done: ${error}`, { cause: error });
  }
}
