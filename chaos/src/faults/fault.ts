import type { SeededRandom } from "@rejoin/testkit";
import type { CrowdLink } from "../crowd/crowd-link.js";
import type { World } from "../world/world.js";

/** What a fault may lay hands on. */
export interface Target {
  world: World;
  crowds: readonly CrowdLink[];
}

/** Attacks go on side by side, one fault of each kind at a time. */
export type Attack = "servers" | "network" | "database" | "clients";

/** A kind of thing that goes wrong. */
export interface Fault {
  /** As it is counted. */
  name: string;
  attack: Attack;
  /** How often it is drawn, beside the others of its attack. */
  weight: number;
  /** Whether this machine allows it; by default it does. */
  isPossible?(target: Target): boolean;
  /**
   * Does it, and puts it right again. It ends by itself, in bounded time, and soon once `called` says that the run is over.
   *
   * @returns whom it hit, or null where there was nobody to hit
   */
  strike(target: Target, random: SeededRandom, called: AbortSignal): Promise<string | null>;
}
