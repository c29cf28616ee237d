import type { PlayerId } from "@rejoin/protocol";
import type { Host } from "./host.js";
import { type End, type Surroundings, VirtualConnection } from "./virtual-connection.js";

/** A connection as the server that took it has it. */
export interface ServerSide {
  /** Characters that were said and could not leave yet. */
  readonly unsent: number;
  say(packet: string): void;
  close(): void;
}

/** A server that takes connections. */
export interface Listener {
  host: Host;
  /** @returns what hears this connection */
  accept(side: ServerSide): Pick<End, "heard" | "lost">;
}

/** Where a page reaches the network. */
export interface Plug {
  host: Host;
  /** Whose session the page has. */
  player: PlayerId;
  /** While true nothing gets through, and no connection can be opened. */
  isOut: boolean;
}

/** A connection as the page has it. */
export interface ClientSide {
  say(packet: string): void;
  close(): void;
}

interface Live {
  connection: VirtualConnection;
  plug: Plug;
  listener: Listener;
}

/** All pages, all servers, and a balancer between them that sends each new connection to any server that listens. */
export class VirtualNetwork {
  readonly #around: Surroundings;
  readonly #listeners = new Set<Listener>();
  #live: Live[] = [];
  #dialled = 0;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** @returns how to stop taking connections */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    listener.host.onDeath(() => this.#listeners.delete(listener));
    return () => this.#listeners.delete(listener);
  }

  /**
   * Dials. The server's door decides, so the connection is not open before it says so.
   *
   * @returns null where nobody listens or nothing gets through
   */
  dial(plug: Plug, client: Pick<End, "heard" | "lost">): ClientSide | null {
    if (plug.isOut || this.#listeners.size === 0) return null;
    const random = this.#around.random.fork(`connection ${plug.host.name} ${this.#dialled++}`);
    const listener = random.pick([...this.#listeners]);
    let server: Pick<End, "heard" | "lost"> | undefined;
    const connection = new VirtualConnection(
      { ...this.#around, random },
      { host: plug.host, ...client },
      {
        host: listener.host,
        heard: (packet) => {
          server ??= listener.accept({
            get unsent() {
              return connection.unsent("down");
            },
            say: (answer) => connection.say("down", answer),
            close: () => connection.close("up"),
          });
          server.heard(packet);
        },
        lost: (reason) => server?.lost(reason),
      },
    );
    plug.host.onDeath(() => connection.close("down"));
    listener.host.onDeath(() => connection.close("up"));
    this.#live = [...this.#live.filter((live) => !live.connection.isOver), { connection, plug, listener }];
    return { say: (packet) => connection.say("up", packet), close: () => connection.close("down") };
  }

  /** The connections of a page, of a server, or all. */
  of(whose: { plug?: Plug; host?: Host }): VirtualConnection[] {
    return this.#live
      .filter(
        ({ connection, plug, listener }) =>
          !connection.isOver &&
          (whose.plug === undefined || plug === whose.plug) &&
          (whose.host === undefined || listener.host === whose.host),
      )
      .map(({ connection }) => connection);
  }
}
