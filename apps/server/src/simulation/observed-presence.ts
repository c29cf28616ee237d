import type { PlayerId } from "@rejoin/protocol";
import type { Coverage } from "@rejoin/testkit";
import { MemoryPresence } from "../players/memory-presence.js";
import type { ServerId } from "../players/presence-register.js";

/** The register of who is where, in memory, with what is taken over counted. */
export class ObservedPresence extends MemoryPresence {
  readonly #coverage: Coverage;

  constructor(leaseMs: number, now: () => number, coverage: Coverage) {
    super(leaseMs, now);
    this.#coverage = coverage;
  }

  override async takeOver(server: ServerId): Promise<readonly PlayerId[]> {
    const players = await super.takeOver(server);
    this.#coverage.count("players of a dead server taken over", players.length);
    return players;
  }
}
