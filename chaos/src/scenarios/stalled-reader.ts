import { NAMESPACE, PROTOCOL_VERSION } from "@rejoin/protocol";
import { eventually, headersOf, type Session } from "@rejoin/testkit";
import { io, type Socket } from "socket.io-client";

interface HiddenEngine {
  transport: { ws: { pause(): void; send(frame: string): void } };
  /** Ends the connection when no ping was read for long. */
  _pingTimeoutTimer: NodeJS.Timeout;
}

/** Sooner than a server gives up on whoever does not answer its pings. */
const PONG_EVERY_MS = 4_000;

/**
 * A reader that stops reading and yet shows that it lives: the hardest kind. It says a pong without having read a ping, so a
 * server keeps its connection and everything that it is told.
 */
export class StalledReader implements Disposable {
  readonly #socket: Socket;
  #pongs: NodeJS.Timeout | undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
  }

  /** Connects, and hears the rooms. */
  static async connect(url: string, session: Session, rooms: readonly string[]): Promise<StalledReader> {
    const socket = io(`${url}${NAMESPACE}`, {
      transports: ["websocket"],
      forceNew: true,
      reconnection: false,
      auth: { protocol: PROTOCOL_VERSION },
      extraHeaders: headersOf(url, session),
    });
    await eventually("connected", () => socket.connected, Boolean, 60_000);
    socket.onAny((_name: string, _payload: unknown, received: unknown) => {
      if (typeof received === "function") received();
    });
    for (const room of rooms) await socket.timeout(30_000).emitWithAck("room:join", { room });
    return new StalledReader(socket);
  }

  get isConnected(): boolean {
    return this.#socket.connected;
  }

  stall(): void {
    // What the library hides is what a test of its other end needs: the connection below it, and the library's own patience.
    const engine = this.#socket.io.engine as unknown as HiddenEngine;
    const { ws } = engine.transport;
    ws.pause();
    clearTimeout(engine._pingTimeoutTimer);
    this.#pongs = setInterval(() => ws.send("3"), PONG_EVERY_MS);
  }

  [Symbol.dispose](): void {
    clearInterval(this.#pongs);
    this.#socket.disconnect();
    this.#socket.io.engine.close();
  }
}
