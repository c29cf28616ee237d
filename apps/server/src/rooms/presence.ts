import type { PlayerId } from "@rejoin/protocol";

/** What is told of players who come and go. */
export interface PresencePorts {
  /** How long after the last connection of a player was lost they count as gone, in milliseconds: a reload is not an absence. */
  lingerMs: number;
  arrived: (player: PlayerId) => void;
  left: (player: PlayerId) => void;
}

/** Which players have a connection to this server, counted over all their tabs. */
export class Presence {
  readonly #connections = new Map<PlayerId, number>();
  readonly #lingering = new Map<PlayerId, NodeJS.Timeout>();
  readonly #ports: PresencePorts;
  #stopped = false;

  constructor(ports: PresencePorts) {
    this.#ports = ports;
  }

  /** Whether the player has a connection, or lost the last one only a moment ago. */
  isHere(player: PlayerId): boolean {
    return this.#connections.has(player) || this.#lingering.has(player);
  }

  /** @returns what to call, once, when this connection is lost: an old connection that closes late takes only itself away */
  connected(player: PlayerId): () => void {
    const wasHere = this.isHere(player);
    clearTimeout(this.#lingering.get(player));
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
    for (const timer of this.#lingering.values()) clearTimeout(timer);
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
    const timer = setTimeout(() => {
      this.#lingering.delete(player);
      this.#ports.left(player);
    }, this.#ports.lingerMs);
    timer.unref();
    this.#lingering.set(player, timer);
  }
}
