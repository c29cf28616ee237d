import { once } from "node:events";
import type { Socket } from "node:net";
import { WebSocket } from "ws";
import type { Traffic } from "./member.js";

export interface OpenedSocket {
  socket: WebSocket;
  traffic(): Traffic;
}

export interface SocketOptions {
  address: string;
  headers?: Record<string, string>;
  /** Hears every message, from the first on, which may come with the opening itself. */
  message: (socket: WebSocket, data: Buffer) => void;
}

const OPEN_WITHIN_MS = 60_000;

/**
 * Opens a WebSocket, the same for every contender. Text is not checked for being UTF-8 a second time: it costs time that
 * would be missing to the server beside it.
 *
 * @throws when it is refused
 */
export async function openSocket({ address, headers = {}, message }: SocketOptions): Promise<OpenedSocket> {
  const socket = new WebSocket(address, {
    headers,
    perMessageDeflate: false,
    skipUTF8Validation: true,
    handshakeTimeout: OPEN_WITHIN_MS,
  });
  let connection: Socket | undefined;
  socket.once("upgrade", (response) => {
    connection = response.socket;
  });
  socket.on("message", (data: Buffer) => message(socket, data));
  await once(socket, "open");
  return {
    socket,
    traffic: () => ({ received: connection?.bytesRead ?? 0, sent: connection?.bytesWritten ?? 0 }),
  };
}

/** The address of a WebSocket on a server of `http://…`. */
export function socketAddress(url: string, path: string): string {
  return new URL(path, url.replace(/^http/, "ws")).href;
}
