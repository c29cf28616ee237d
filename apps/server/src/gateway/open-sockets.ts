import type { Server } from "node:http";
import type { Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";

/** Every TCP connection of an HTTP server, also those that have become WebSockets, of which the server itself knows nothing more. */
export class OpenSockets {
  readonly #open = new Set<Socket>();

  constructor(http: Server) {
    http.on("connection", (socket) => {
      this.#open.add(socket);
      socket.once("close", () => this.#open.delete(socket));
    });
  }

  /** Lets what was said go out, and then ends whatever is open still. @param ms how long that may take, in milliseconds */
  async closeWithin(ms: number): Promise<void> {
    const deadline = performance.now() + ms;
    while (this.#open.size > 0 && performance.now() < deadline) await delay(10);
    for (const socket of this.#open) socket.destroy();
  }
}
