import type { WebSocket } from "ws";
import { deferred } from "./deferred.js";
import { acknowledgementFrame, connectFrame, eventFrame, PONG, readFrame } from "./frames.js";
import type { Traffic } from "./member.js";
import { type OpenedSocket, openSocket, socketAddress } from "./web-socket.js";

export interface SocketIoOptions {
  url: string;
  namespace: string;
  headers?: Record<string, string>;
  /** What is said on connecting, beside the namespace. */
  auth?: object;
  /** An event came. `acknowledge` is there where the server wants it. */
  event: (args: readonly unknown[], acknowledge: (() => void) | undefined) => void;
  /** The connection ended, and not by `cut`. */
  ended: (why: string) => void;
}

/** A connection to any Socket.IO server, by hand: one code path for all that are measured. */
export class SocketIoConnection {
  readonly #options: SocketIoOptions;
  readonly #waiting = new Map<number, (args: readonly unknown[]) => void>();
  #opened: OpenedSocket | undefined;
  #nextId = 0;
  #isCut = false;

  constructor(options: SocketIoOptions) {
    this.#options = options;
  }

  /** @returns what the server tells whom it lets in @throws when it lets nobody in */
  async connect(): Promise<unknown> {
    const { url, namespace, headers = {}, auth = {}, ended } = this.#options;
    const { promise, resolve, reject } = deferred<unknown>();
    // Whoever waits hears of it below.
    promise.catch(() => undefined);
    const opened = await openSocket({
      address: socketAddress(url, "/socket.io/?EIO=4&transport=websocket"),
      headers,
      message: (socket, data) => this.#hear(socket, data.toString(), resolve, reject),
    });
    this.#opened = opened;
    opened.socket.on("error", (error) => ended(error.message));
    opened.socket.once("close", (code) => {
      if (!this.#isCut) ended(`closed with ${code}`);
      reject(new Error(`The connection was closed with ${code}.`));
    });
    opened.socket.send(connectFrame(namespace, auth));
    return promise;
  }

  /** Says something. @param answered called with what the server acknowledges it with */
  say(args: readonly unknown[], answered: (args: readonly unknown[]) => void): void {
    this.#nextId += 1;
    this.#waiting.set(this.#nextId, answered);
    this.#opened?.socket.send(eventFrame(this.#options.namespace, this.#nextId, args));
  }

  /** As `say`, for what is waited for. @throws when the connection ends before it is answered */
  ask(...args: readonly unknown[]): Promise<readonly unknown[]> {
    return new Promise((resolve, reject) => {
      this.#opened?.socket.once("close", () => reject(new Error("The connection ended without an answer.")));
      this.say(args, resolve);
    });
  }

  traffic(): Traffic {
    return this.#opened?.traffic() ?? { received: 0, sent: 0 };
  }

  cut(): void {
    this.#isCut = true;
    this.#opened?.socket.terminate();
  }

  #hear(
    socket: WebSocket,
    text: string,
    connected: (data: unknown) => void,
    refused: (why: Error) => void,
  ): void {
    const frame = readFrame(text);
    switch (frame.kind) {
      case "event": {
        const { id } = frame;
        const acknowledge =
          id === undefined ? undefined : () => socket.send(acknowledgementFrame(this.#options.namespace, id));
        this.#options.event(frame.args, acknowledge);
        break;
      }
      case "acknowledgement": {
        const answered = this.#waiting.get(frame.id);
        this.#waiting.delete(frame.id);
        answered?.(frame.args);
        break;
      }
      case "ping":
        socket.send(PONG);
        break;
      case "connected":
        connected(frame.data);
        break;
      case "refused":
        refused(new Error(`The server lets nobody in: ${JSON.stringify(frame.data)}`));
    }
  }
}
