import type { GamesSocket } from "./socket-hub.js";

type Connection = GamesSocket["conn"];

/**
 * What was said on a connection and has not reached the operating system, in bytes. Engine.IO holds packets while its
 * transport is writing, and hands all of them over at once; what a WebSocket cannot pass on waits in it.
 */
export function unsentBytes(connection: Connection): number {
  const { socket } = connection.transport as WebSocketTransport;
  let bytes = socket?.bufferedAmount ?? 0;
  for (const { data } of (connection as unknown as Holding).writeBuffer) bytes += data?.length ?? 0;
  return bytes;
}

/** Ends a connection at once. A polite end would wait for a reader that does not read. */
export function cutConnection(connection: Connection): void {
  const { socket } = connection.transport as WebSocketTransport;
  connection.close(true);
  socket?.terminate();
}

/** Packets that were not handed to the transport yet. Everything said on this wire is text. */
interface Holding {
  readonly writeBuffer: readonly { data?: string }[];
}

/** Long polling has no socket of its own. Engine.IO's types do not show the one that a WebSocket transport has. */
interface WebSocketTransport {
  socket?: { readonly bufferedAmount: number; terminate(): void };
}
