import type { IncomingHttpHeaders } from "node:http";
import { isLoopback } from "../address.js";
import type { GamesSocket } from "./socket-hub.js";

export interface AddressLimitOptions {
  /** Connections that one address may have to this server. */
  connectionsPerAddress: number;
  /** Whether the limit holds for this machine's own addresses too. */
  limitLoopback: boolean;
  /** Whether a proxy in front says from which address a connection comes. */
  trustProxy: boolean;
}

/**
 * Counts the open connections of each address. It counts transports: also one that is still at the door, and one that
 * was refused and stays open.
 */
export class AddressLimit {
  readonly #options: AddressLimitOptions;
  readonly #counted = new WeakSet<GamesSocket["conn"]>();
  readonly #open = new Map<string, number>();

  constructor(options: AddressLimitOptions) {
    this.#options = options;
  }

  /**
   * Takes a place for a connection, until it ends. It is taken before anything is awaited, so that of many who come at
   * once each sees those before it.
   *
   * @returns whether there was a place
   */
  enter({ conn, handshake }: GamesSocket): boolean {
    const address = this.#addressOf(conn, handshake.headers);
    if (isLoopback(address) && !this.#options.limitLoopback) return true;
    // One transport may knock again and again, and is one connection.
    if (this.#counted.has(conn)) return true;
    if (this.#count(address) >= this.#options.connectionsPerAddress) return false;
    this.#counted.add(conn);
    this.#open.set(address, this.#count(address) + 1);
    conn.once("close", () => this.#release(address));
    return true;
  }

  #release(address: string): void {
    const count = this.#count(address) - 1;
    if (count > 0) this.#open.set(address, count);
    else this.#open.delete(address);
  }

  #count(address: string): number {
    return this.#open.get(address) ?? 0;
  }

  #addressOf(conn: GamesSocket["conn"], headers: IncomingHttpHeaders): string {
    const forwarded = this.#options.trustProxy && firstForwarded(headers);
    return forwarded || conn.remoteAddress;
  }
}

/** The address that the first proxy saw: the one of the client, as for HTTP requests. */
function firstForwarded(headers: IncomingHttpHeaders): string | undefined {
  const value = headers["x-forwarded-for"];
  return String(value ?? "")
    .split(",", 1)[0]
    ?.trim();
}
