import type { PlayerId } from "@rejoin/protocol";
import {
  type Beat,
  type LeaseState,
  type PresenceRegister,
  type ServerId,
  TAKEN_OVER_AT_ONCE,
} from "./presence-register.js";

interface Lease {
  until: number;
  beat: number;
  /** Who is here (`true`), and who has gone and is not settled (`false`). */
  players: Map<PlayerId, boolean>;
}

/** The register in memory, with the behaviour of the one in Postgres. For simulations and tests. */
export class MemoryPresence implements PresenceRegister {
  #leases = new Map<ServerId, Lease>();
  readonly #leaseMs: number;
  readonly #now: () => number;

  /**
   * @param leaseMs how long a lease runs after each beat, in milliseconds
   * @param now milliseconds since some moment; the same clock for every server
   */
  constructor(leaseMs: number, now: () => number) {
    this.#leaseMs = leaseMs;
    this.#now = now;
  }

  async enter(server: ServerId): Promise<void> {
    if (this.#leases.has(server)) return;
    this.#leases.set(server, { until: this.#now() + this.#leaseMs, beat: 0, players: new Map() });
  }

  async beat(server: ServerId, { number, here, gone }: Beat): Promise<LeaseState> {
    const lease = this.#leases.get(server);
    if (!lease || lease.beat >= number) return "lost";
    const left = lease.until - this.#now();
    lease.until = this.#now() + this.#leaseMs;
    lease.beat = number;
    for (const player of here) lease.players.set(player, true);
    for (const player of gone) lease.players.set(player, false);
    return left < this.#leaseMs / 2 ? "late" : "steady";
  }

  async present(players: readonly PlayerId[]): Promise<ReadonlySet<PlayerId>> {
    const leases = [...this.#leases.values()];
    return new Set(players.filter((player) => leases.some((lease) => lease.players.get(player) === true)));
  }

  async settled(server: ServerId, players: readonly PlayerId[]): Promise<void> {
    const noted = this.#leases.get(server)?.players;
    for (const player of players) if (noted?.get(player) === false) noted.delete(player);
  }

  async takeOver(server: ServerId): Promise<readonly PlayerId[]> {
    const own = this.#leases.get(server);
    if (!own) return [];
    const lapsed = [...this.#leases]
      .filter(([id, { until }]) => id !== server && until < this.#now())
      .sort(([, one], [, other]) => one.until - other.until)
      .slice(0, TAKEN_OVER_AT_ONCE);
    const behind = new Set(lapsed.flatMap(([, { players }]) => [...players.keys()]));
    for (const [id] of lapsed) this.#leases.delete(id);
    for (const player of behind) if (!own.players.has(player)) own.players.set(player, false);
    return [...behind];
  }

  /** Takes a copy of all that is noted. @returns how to put it back, any number of times */
  copy(): () => void {
    const copy = copyOf(this.#leases);
    return () => {
      this.#leases = copyOf(copy);
    };
  }
}

function copyOf(leases: ReadonlyMap<ServerId, Lease>): Map<ServerId, Lease> {
  return new Map([...leases].map(([id, lease]) => [id, { ...lease, players: new Map(lease.players) }]));
}
