import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";

/**
 * WebSockets that write once in each turn of the event loop. One commit makes several packets for the same connection, such
 * as its events and the acknowledgements of those who gave the commands: together they cost one system call, and mostly one
 * segment on the network. Nothing waits for a timer.
 */
export class TurnSockets extends WebSocketServer {
  override handleUpgrade(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    done: (client: WebSocket, request: IncomingMessage) => void,
  ): void {
    writeOnceInATurn(socket);
    super.handleUpgrade(request, socket, head, done);
  }
}

/**
 * Holds what is written until the turn ends, and says at once that it was taken. Engine.IO hands over one packet and then waits
 * for that before the next, which would put each into a turn of its own. How much is not gone yet is in `writableLength`, and
 * an error comes as the stream's own.
 */
function writeOnceInATurn(socket: Duplex): void {
  const write = socket.write.bind(socket) as (chunk: unknown, encoding?: BufferEncoding) => boolean;
  let isHeld = false;
  const release = (): void => {
    isHeld = false;
    socket.uncork();
  };
  socket.write = (chunk: unknown, encoding?: BufferEncoding | Taken, taken?: Taken): boolean => {
    if (!isHeld) {
      isHeld = true;
      socket.cork();
      // After everything that the same commit sets off: promises are run before this.
      process.nextTick(release);
    }
    const isEncoded = typeof encoding === "string";
    const goesOn = isEncoded ? write(chunk, encoding) : write(chunk);
    const tell = isEncoded ? taken : encoding;
    tell?.(socket.errored);
    return goesOn;
  };
}

type Taken = (error: Error | null | undefined) => void;
