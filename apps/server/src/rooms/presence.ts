import type { PlayerId } from "@rejoin/protocol";
import type { Clock } from "../clock.js";

/** What is told of players who come and go. */
export interface PresencePorts {
  clock: Clock;
  /** How long after the last connection of a player was lost they count as gone, in milliseconds: a reload is not an absence. */
  lingerMs: number;
  arrived: (player: PlayerId) => void;
  left: (player: PlayerId) => void;
}

/** Which players have a connection to this server, counted over all their tabs. */
export class Presence {
  readonly #connections = new Map<PlayerId, number>();
  readonly #lingering = new Map<PlayerId, () => void>();
  readonly #ports: PresencePorts;
  #stopped = false;

  constructor(ports: PresencePorts) {
    this.#ports = ports;
  }

  /** Whether the player has a connection, or lost the last one only a moment ago. */
  isHere(player: PlayerId): boolean {
    return this.#connections.has(player) || this.#lingering.has(player);
  }

  /** Everybody who is here. */
  *players(): Iterable<PlayerId> {
    yield* this.#connections.keys();
    yield* this.#lingering.keys();
  }

  /** @returns what to call, once, when this connection is lost: an old connection that closes late takes only itself away */
  connected(player: PlayerId): () => void {
    const wasHere = this.isHere(player);
    this.#lingering.get(player)?.();
    this.#lingering.delete(player);
    this.#connections.set(player, (this.#connections.get(player) ?? 0) + 1);
    if (!wasHere) this.#ports.arrived(player);
    let open = true;
    return () => {
      if (open) this.#disconnected(player);
      open = false;
    };
  }

  /** Tells nothing more: that this server goes away is nobody's absence. */
  stop(): void {
    this.#stopped = true;
    for (const callOff of this.#lingering.values()) callOff();
    this.#lingering.clear();
  }

  #disconnected(player: PlayerId): void {
    const left = (this.#connections.get(player) ?? 1) - 1;
    if (left > 0) {
      this.#connections.set(player, left);
      return;
    }
    this.#connections.delete(player);
    if (this.#stopped) return;
    const { clock, lingerMs } = this.#ports;
    const callOff = clock.setTimer(lingerMs, () => {
      this.#lingering.delete(player);
      this.#ports.left(player);
    });
    this.#lingering.set(player, callOff);
  }
}
