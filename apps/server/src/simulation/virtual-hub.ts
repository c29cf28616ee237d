import type { Player, ServerMessageName, ServerPayload } from "@rejoin/protocol";
import type { DownPacket, Host, ServerSide } from "@rejoin/testkit";
import type { Channel, Hub, Line } from "../gateway/hub.js";

/** All connections of one server, over the virtual network. */
export class VirtualHub implements Hub {
  readonly #channels = new Map<Channel, Set<VirtualLine>>();

  isHeard(channel: Channel): boolean {
    return (this.#channels.get(channel)?.size ?? 0) > 0;
  }

  lines(channel: Channel): Iterable<VirtualLine> {
    return [...(this.#channels.get(channel) ?? [])];
  }

  say<Name extends ServerMessageName>(
    channel: Channel,
    name: Name,
    payload: ServerPayload<Name>,
    except?: ReadonlySet<Line>,
  ): void {
    const packet = packed({ kind: "said", name, payload });
    for (const line of this.lines(channel)) if (!except?.has(line)) line.send(packet);
  }

  hear(line: VirtualLine, channel: Channel): void {
    const lines = this.#channels.get(channel) ?? new Set();
    this.#channels.set(channel, lines.add(line));
  }

  stopHearing(line: VirtualLine, channel: Channel): void {
    this.#channels.get(channel)?.delete(line);
  }

  left(line: VirtualLine): void {
    for (const lines of this.#channels.values()) lines.delete(line);
  }
}

/** One connection of a player, at the server's end. */
export class VirtualLine implements Line {
  readonly player: Player;
  readonly #hub: VirtualHub;
  readonly #host: Host;
  readonly #side: ServerSide;
  readonly #pages = new Map<number, () => void>();
  #said = 0;

  constructor(player: Player, hub: VirtualHub, host: Host, side: ServerSide) {
    this.player = player;
    this.#hub = hub;
    this.#host = host;
    this.#side = side;
  }

  get unsentBytes(): number {
    return this.#side.unsent;
  }

  say<Name extends ServerMessageName>(name: Name, payload: ServerPayload<Name>): void {
    this.send(packed({ kind: "said", name, payload }));
  }

  sayEvents(payload: ServerPayload<"room:events">, patienceMs: number): Promise<boolean> {
    const page = this.#said++;
    return new Promise((resolve) => {
      const stopWaiting = this.#host.later(patienceMs, () => {
        this.#pages.delete(page);
        resolve(false);
      });
      this.#pages.set(page, () => {
        stopWaiting();
        resolve(true);
      });
      this.send(packed({ kind: "said", name: "room:events", payload, page }));
    });
  }

  hear(channel: Channel): void {
    this.#hub.hear(this, channel);
  }

  stopHearing(channel: Channel): void {
    this.#hub.stopHearing(this, channel);
  }

  cut(): void {
    this.#side.close();
  }

  /** The other end took a page in. */
  received(page: number): void {
    this.#pages.get(page)?.();
    this.#pages.delete(page);
  }

  send(packet: string): void {
    this.#side.say(packet);
  }
}

export function packed(packet: DownPacket): string {
  return JSON.stringify(packet);
}
