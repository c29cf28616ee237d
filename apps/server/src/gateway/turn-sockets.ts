import type { IncomingMessage } from "node:http";
import { Duplex } from "node:stream";
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
    socket.write = holdUntilTurnEnds;
    super.handleUpgrade(request, socket, head, done);
  }
}

/** The sockets that hold something in this turn. */
const holding = new Set<Duplex>();

/**
 * Holds what is written until the turn ends, and says at once that it was taken. Engine.IO hands over one packet and then waits
 * for that before the next, which would put each into a turn of its own. How much is not gone yet is in `writableLength`, and
 * an error comes as the stream's own.
 */
function holdUntilTurnEnds(
  this: Duplex,
  chunk: unknown,
  encoding?: BufferEncoding | Taken,
  taken?: Taken,
): boolean {
  // After everything that the same commit sets off: promises are run before this.
  if (holding.size === 0) process.nextTick(release);
  if (!holding.has(this)) {
    holding.add(this);
    this.cork();
  }
  const isEncoded = typeof encoding === "string";
  const goesOn = Duplex.prototype.write.call(this, chunk, isEncoded ? encoding : "utf8");
  const tell = isEncoded ? taken : encoding;
  tell?.(this.errored);
  return goesOn;
}

function release(): void {
  const sockets = [...holding];
  holding.clear();
  for (const socket of sockets) socket.uncork();
}

type Taken = (error: Error | null | undefined) => void;
