import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { FaultyPipe, type PipeConditions } from "./faulty-pipe.js";

export type Direction = "to-server" | "to-client";

/** What a proxy has done so far: a test that cuts must be able to say that something was cut. */
export interface ProxyCounts {
  /** Connections that were let in. */
  accepted: number;
  /** Connections that were turned away while cut. */
  refused: number;
  /** Times that `cut` was called. */
  cuts: number;
  /** Connections that `cut` or `resetAll` ended. */
  reset: number;
  bytesToServer: number;
  bytesToClient: number;
}

interface Passage {
  client: Socket;
  server: Socket;
  pipes: FaultyPipe[];
}

/**
 * A TCP proxy on loopback, between clients and one server, that can fail in the ways networks fail: refuse, reset, fall
 * silent in one direction or both, be late, be slow. It knows nothing of what it carries. Faults act on present and
 * future connections alike, until they are taken back.
 */
export class TcpProxy implements AsyncDisposable {
  readonly counts: ProxyCounts = {
    accepted: 0,
    refused: 0,
    cuts: 0,
    reset: 0,
    bytesToServer: 0,
    bytesToClient: 0,
  };
  readonly #server: Server;
  readonly #target: { host: string; port: number };
  readonly #passages = new Set<Passage>();
  readonly #conditions: Record<Direction, PipeConditions> = {
    "to-server": { latencyMs: 0, bytesPerSecond: Number.POSITIVE_INFINITY, isStalled: false },
    "to-client": { latencyMs: 0, bytesPerSecond: Number.POSITIVE_INFINITY, isStalled: false },
  };
  #isCut = false;

  private constructor(target: { host: string; port: number }) {
    this.#target = target;
    this.#server = createServer({ allowHalfOpen: true }, (client) => this.#admit(client));
  }

  /** Listens on a free port of 127.0.0.1. @param target where the server is; its port may be dead for the time being */
  static async listen(target: { host?: string; port: number }): Promise<TcpProxy> {
    const proxy = new TcpProxy({ host: "127.0.0.1", ...target });
    proxy.#server.listen(0, "127.0.0.1");
    await once(proxy.#server, "listening");
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** As a client names it. */
  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Whether connections are turned away. */
  get isCut(): boolean {
    return this.#isCut;
  }

  /** Connections that pass through now. */
  get open(): number {
    return this.#passages.size;
  }

  /** Resets every connection, and turns new ones away until `restore`. */
  cut(): void {
    this.counts.cuts += 1;
    this.#isCut = true;
    this.resetAll();
  }

  restore(): void {
    this.#isCut = false;
  }

  /** Resets the present connections. New ones are let in. */
  resetAll(): void {
    for (const passage of [...this.#passages]) {
      this.counts.reset += 1;
      this.#end(passage);
    }
  }

  /** A black hole: connections stay open and nothing passes, in one direction or in both. What is sent waits. */
  stall(...directions: Direction[]): void {
    this.#change(directions, { isStalled: true });
  }

  /** Ends all black holes. What waited passes. */
  resume(): void {
    this.#change([], { isStalled: false });
  }

  /** @param latencyMs in each direction, added to what passes from now on; 0 for none */
  delay(latencyMs: number, ...directions: Direction[]): void {
    this.#change(directions, { latencyMs });
  }

  /** @param bytesPerSecond of each connection; Infinity for no limit */
  throttle(bytesPerSecond: number, ...directions: Direction[]): void {
    this.#change(directions, { bytesPerSecond });
  }

  /** Ends everything. Nothing is left behind. */
  async close(): Promise<void> {
    for (const passage of [...this.#passages]) this.#end(passage);
    if (!this.#server.listening) return;
    this.#server.close();
    await once(this.#server, "close");
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #change(directions: Direction[], conditions: Partial<PipeConditions>): void {
    const named: Direction[] = directions.length > 0 ? directions : ["to-server", "to-client"];
    for (const direction of named) Object.assign(this.#conditions[direction], conditions);
    for (const { pipes } of this.#passages) for (const pipe of pipes) pipe.reconsider();
  }

  #admit(client: Socket): void {
    // Without a listener an error would end the test's process. What it means is told by `close`.
    client.on("error", () => {});
    if (this.#isCut) {
      this.counts.refused += 1;
      client.resetAndDestroy();
      return;
    }
    this.counts.accepted += 1;
    const server = connect({ ...this.#target, allowHalfOpen: true });
    server.on("error", () => {});
    this.#pass({ client, server, pipes: [] });
  }

  #pass(passage: Passage): void {
    const { client, server, pipes } = passage;
    this.#passages.add(passage);
    pipes.push(
      new FaultyPipe(client, server, this.#conditions["to-server"], (bytes) => {
        this.counts.bytesToServer += bytes;
      }),
      new FaultyPipe(server, client, this.#conditions["to-client"], (bytes) => {
        this.counts.bytesToClient += bytes;
      }),
    );
    for (const socket of [client, server]) {
      socket.on("close", () => {
        if (client.closed && server.closed) this.#passages.delete(passage);
      });
    }
  }

  #end(passage: Passage): void {
    this.#passages.delete(passage);
    for (const pipe of passage.pipes) pipe.close();
    passage.client.resetAndDestroy();
    passage.server.resetAndDestroy();
  }
}
