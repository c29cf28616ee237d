/**
 * Colyseus, whose rooms are what these are for: https://docs.colyseus.io/server/ and https://docs.colyseus.io/room/
 * A message is broadcast as it comes: https://docs.colyseus.io/room/message
 *
 * 0.16 is the last version for Node 20, which Rejoin supports. It tells people of a room's state when they come back, and
 * not of the messages in between: https://docs.colyseus.io/room/reconnection
 */
import { type Client, Room, Server } from "@colyseus/core";
import { WebSocketTransport } from "@colyseus/ws-transport";
import { host, httpServer, port } from "./listen.js";

class ChatRoom extends Room {
  #messages = 0;

  override onCreate(): void {
    this.onMessage("say", (client, text: string) => {
      this.#messages += 1;
      this.broadcast("said", { id: this.#messages, author: client.userData?.name, at: Date.now(), text });
    });
  }

  override onJoin(client: Client, { name }: { name: string }): void {
    client.userData = { name };
  }
}

const server = new Server({
  greet: false,
  transport: new WebSocketTransport({ server: httpServer() }),
});
// One room for each name: https://docs.colyseus.io/server/matchmaking#filterby
server.define("chat", ChatRoom).filterBy(["room"]);
await server.listen(port, host);
