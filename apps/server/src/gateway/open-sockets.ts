import type { Server } from "node:http";
import type { Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";

/** Every TCP connection of an HTTP server, also those that have become WebSockets, of which the server itself knows nothing more. */
export class OpenSockets {
  readonly #open = new Set<Socket>();

  constructor(http: Server) {
    const open = this.#open;
    // One function for all: of one each, and of what `once` wraps around it, there would be as many as connections.
    const forget = function (this: Socket): void {
      open.delete(this);
    };
    http.on("connection", (socket) => {
      open.add(socket);
      socket.on("close", forget);
    });
  }

  /** Lets what was said go out, and then ends whatever is open still. @param ms how long that may take, in milliseconds */
  async closeWithin(ms: number): Promise<void> {
    const deadline = performance.now() + ms;
    while (this.#open.size > 0 && performance.now() < deadline) await delay(10);
    for (const socket of this.#open) socket.destroy();
  }
}
