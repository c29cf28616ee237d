import type { Coverage, Plan } from "@rejoin/testkit";
import type { GamesPorts } from "../games-ports.js";

type Settings = Pick<
  GamesPorts,
  | "invitations"
  | "visits"
  | "limits"
  | "timing"
  | "quick"
  | "watchersPerRoom"
  | "presenceLingerMs"
  | "presenceTiming"
  | "keeping"
  | "reading"
  | "catchUpsAtOnce"
  | "catchUpEvents"
  | "committed"
  | "told"
  | "roomsCounted"
  | "purged"
  | "parked"
  | "refused"
>;

/** How long a server may be silent before another answers for its players, in milliseconds. */
export const LEASE_MS = 10_000;

/**
 * What an operator would set, with everything small: what takes thousands of events, megabytes or days in production is
 * reached within a run. There are no limits on messages, which go by the machine's own clock.
 */
export function simulatedSettings(coverage: Coverage, { memory, catchUpEvents }: Plan): Settings {
  return {
    // People here invite, and ask neither who may be invited nor what they are invited to.
    invitations: { of: async () => new Map(), changedWithin: async () => [] },
    visits: { note: async () => {}, lately: async () => [] },
    limits: {
      message: () => null,
      opening: async () => null,
      inviting: async () => null,
      guess: async () => null,
      guessedRight: async () => {},
    },
    timing: { countdownMs: 3_000, graceMs: 20_000, closeEmptyMs: 120_000, closeIdleMs: 400_000 },
    quick: { botAfterMs: 6_000 },
    watchersPerRoom: 1_000,
    presenceLingerMs: 3_000,
    presenceTiming: { leaseMs: LEASE_MS, comeBackMs: 12_000 },
    keeping: {
      roomsInMemory: 2,
      roomIdleMs: 20_000,
      snapshotEvery: 12,
      retainEvents: 20,
      retainMs: memory === "short" ? 8_000 : 86_400_000,
      purgeClosedAfterMs: 86_400_000,
    },
    reading: { parkAbove: 3_000, goOnBelow: 800, cutAbove: 30_000 },
    catchUpsAtOnce: 2,
    catchUpEvents,
    committed: (events) => coverage.count("events committed", events),
    told: () => {},
    roomsCounted: (_rooms, tooMany) => coverage.count("rooms above the limit of memory", tooMany),
    purged: (rooms) => coverage.count("closed rooms forgotten", rooms),
    parked: (count) => coverage.count("readers parked", count),
    refused: (_event, { code }) => coverage.count(`server refused: ${code}`),
  };
}
