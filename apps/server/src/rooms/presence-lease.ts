import type { PlayerId } from "@rejoin/protocol";
import type { Clock } from "../clock.js";
import type { PresenceRegister, ServerId } from "../players/presence-register.js";

export interface PresenceTiming {
  /** How long a lease of the register runs, in milliseconds. It is renewed five times in that. */
  leaseMs: number;
  /** How long players have to come back when their server is gone, or when all were cut off, in milliseconds. */
  comeBackMs: number;
}

export interface PresenceLeasePorts {
  register: PresenceRegister;
  clock: Clock;
  timing: PresenceTiming;
  /** Draws the id of a server. */
  newServerId: () => ServerId;
  /** Who is connected to this server, or was a moment ago. */
  here: { isHere(player: PlayerId): boolean; players(): Iterable<PlayerId> };
  /** Brings the logs up to what the register says of these players. Rejects with `LogUnavailable`. */
  settle: (players: readonly PlayerId[]) => Promise<void>;
  /** Hears of what could not be done. It is tried again. */
  failed: (error: unknown) => void;
}

/** How long after a beat the next one comes at the earliest, in milliseconds: so a crowd is noted by few. */
const CROWD_MS = 50;

/**
 * This server's part in the register of who is where: it keeps the lease, notes who comes and goes, and takes over from
 * servers that are no more.
 *
 * Order and failure. One beat is under way at a time, and says of each player what is true when it leaves; what it could
 * not note, the next one notes. Only when the register has it are the player's rooms looked at (`settle`). So of a server
 * that somebody leaves and one at which they arrive, each writes first and reads then: one of them always sees the
 * other. Who has gone is forgotten only when that is in the logs.
 *
 * Whoever was away must not judge others. When a server has just started, when it was paused, and when the database was
 * away, all its leases may have lapsed while everybody is well: it takes over from nobody until its own beats have come
 * in time for as long as players have to come back. A lease that was lost is replaced under a new id, and everybody who
 * is connected is noted again.
 */
export class PresenceLease {
  readonly #ports: PresenceLeasePorts;
  readonly #unnoted = new Set<PlayerId>();
  /** Players who may be connected to no server at all, and when that is to be looked at. */
  readonly #doubts = new Map<PlayerId, number>();
  #server: ServerId;
  #entered = false;
  #beats = 0;
  #beatenAt = Number.NEGATIVE_INFINITY;
  /** Since when the beats have come in time. */
  #steadySince: number | null = null;
  #state: "idle" | "waiting" | "gathering" | "beating" | "retrying" | "stopped" = "idle";
  #callOff = (): void => {};

  constructor(ports: PresenceLeasePorts) {
    this.#ports = ports;
    this.#server = ports.newServerId();
  }

  /** Begins to beat. What is said before is noted then. */
  start(): void {
    this.#wait(0);
  }

  /** Notes nothing more. The lease lapses by itself, so those who were here have as long as those of a dead server. */
  stop(): void {
    this.#state = "stopped";
    this.#callOff();
  }

  /** Hears that a player came to this server, left it, or is not in a log as they should be. */
  changed(player: PlayerId): void {
    this.#unnoted.add(player);
    if (this.#state === "waiting") this.#noteSoon();
  }

  /** Hears of a player who is not connected here, and of whom nobody may have noticed that they left. */
  doubt(player: PlayerId): void {
    if (!this.#doubts.has(player)) this.#doubts.set(player, this.#now() + this.#ports.timing.comeBackMs);
  }

  /** At once, where the last beat is not of a moment ago. */
  #noteSoon(): void {
    this.#wait(Math.max(0, this.#beatenAt + CROWD_MS - this.#now()), "gathering");
  }

  #wait(ms: number, state: "waiting" | "gathering" | "retrying" = "waiting"): void {
    if (this.#state === "stopped") return;
    this.#callOff();
    this.#state = state;
    this.#callOff = this.#ports.clock.setTimer(ms, () => void this.#beat());
  }

  async #beat(): Promise<void> {
    if (this.#state === "stopped") return;
    this.#state = "beating";
    const every = this.#ports.timing.leaseMs / 5;
    try {
      await this.#note();
      await this.#lookIntoDoubts();
      await this.#takeOver();
      this.#beatenAt = this.#now();
      if (this.#unnoted.size > 0) this.#noteSoon();
      else this.#wait(every);
    } catch (error) {
      this.#steadySince = null;
      this.#ports.failed(error);
      this.#wait(every, "retrying");
    }
  }

  async #note(): Promise<void> {
    const { register, here } = this.#ports;
    const players = [...this.#unnoted];
    this.#unnoted.clear();
    try {
      if (!this.#entered) await register.enter(this.#server);
      this.#entered = true;
      const [came, left] = split(players, (player) => here.isHere(player));
      this.#beats += 1;
      const state = await register.beat(this.#server, { number: this.#beats, here: came, gone: left });
      if (state === "lost") return this.#startAnew(players);
      if (state === "late") this.#steadySince = null;
      this.#steadySince ??= this.#now();
      if (players.length > 0) void this.#settle(this.#server, players, left);
    } catch (error) {
      for (const player of players) this.#unnoted.add(player);
      throw error;
    }
  }

  #startAnew(players: readonly PlayerId[]): void {
    this.#server = this.#ports.newServerId();
    this.#entered = false;
    this.#beats = 0;
    this.#steadySince = null;
    for (const player of [...players, ...this.#ports.here.players()]) this.#unnoted.add(player);
  }

  async #settle(server: ServerId, players: readonly PlayerId[], left: readonly PlayerId[]): Promise<void> {
    try {
      await this.#ports.settle(players);
      if (left.length > 0 && this.#state !== "stopped") await this.#ports.register.settled(server, left);
    } catch (error) {
      this.#ports.failed(error);
      // With the next beat, and not at once: the database is away.
      for (const player of players) this.#unnoted.add(player);
    }
  }

  async #lookIntoDoubts(): Promise<void> {
    const now = this.#now();
    const due = [...this.#doubts].flatMap(([player, at]) => (at <= now ? [player] : []));
    if (due.length === 0) return;
    const present = await this.#ports.register.present(due);
    for (const player of due) {
      this.#doubts.delete(player);
      if (!present.has(player)) this.#unnoted.add(player);
    }
  }

  async #takeOver(): Promise<void> {
    if (this.#steadySince === null || this.#now() - this.#steadySince < this.#ports.timing.comeBackMs) return;
    for (const player of await this.#ports.register.takeOver(this.#server)) this.#unnoted.add(player);
  }

  #now(): number {
    return this.#ports.clock.monotonic();
  }
}

function split<Item>(items: readonly Item[], isFirst: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}
