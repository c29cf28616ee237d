import {
  type Acknowledgement,
  acknowledgement,
  type ClientMessageName,
  type ClientPayload,
  type ClientToServerEvents,
  NAMESPACE,
  type PlayerId,
  PROTOCOL_VERSION,
  parse,
  refusal,
  type ServerMessageName,
  type ServerToClientEvents,
  serverMessages,
} from "@rejoin/protocol";
import { io, type Socket } from "socket.io-client";
import type { Connection, Fault, ServerPacket, Wire, WireHandlers } from "./wire.js";

export interface SocketWireOptions {
  /** Sent with the handshake where there is no browser to send cookies: `{ cookie: "…", origin: "…" }`. */
  headers?: Readonly<Record<string, string>>;
  /** Who the client takes itself for. A server that takes it for somebody else refuses the connection. */
  player?: PlayerId;
  onFault?: (fault: Fault) => void;
}

type GamesSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

/** Some networks let no WebSocket through. Every so many attempts in vain one begins by long polling, and upgrades if it can. */
const POLLING_EVERY = 3;

/**
 * The wire over Socket.IO. Each connection is a fresh socket that is thrown away when it ends: Socket.IO's own
 * reconnection, retries and buffering while disconnected are all left unused, because each would send again what the
 * outbox and the pursuits ask again by themselves. Whatever the server says is parsed here; what does not fit its schema
 * is dropped and reported, as if it had been lost.
 *
 * @param url where the server is, as `https://play.example.org`; empty for the page's own origin
 */
export function socketWire(url: string, options: SocketWireOptions = {}): Wire {
  let inVain = 0;
  return {
    open(handlers) {
      // Not Socket.IO's own fallback: it tries polling within one attempt, and then stays with it for good.
      const byPolling = inVain % POLLING_EVERY === POLLING_EVERY - 1;
      const socket = createSocket(url, options, byPolling ? ["polling", "websocket"] : ["websocket"]);
      socket.on("connect", () => {
        inVain = 0;
      });
      socket.on("connect_error", () => {
        inVain += 1;
      });
      return attach(socket, handlers, options.onFault ?? (() => {}));
    },
  };
}

function createSocket(url: string, options: SocketWireOptions, transports: string[]): GamesSocket {
  return io(`${url.replace(/\/$/, "")}${NAMESPACE}`, {
    transports,
    autoConnect: false,
    forceNew: true,
    reconnection: false,
    withCredentials: true,
    auth: { protocol: PROTOCOL_VERSION, ...(options.player && { player: options.player }) },
    ...(options.headers && { extraHeaders: { ...options.headers } }),
  });
}

function attach(socket: GamesSocket, handlers: WireHandlers, onFault: (fault: Fault) => void): Connection {
  const close = (): void => {
    socket.off();
    socket.disconnect();
  };
  socket.on("connect", () => handlers.opened());
  socket.on("disconnect", (reason) => {
    close();
    handlers.closed(reason);
  });
  socket.on("connect_error", (error) => {
    close();
    const told = parse(refusal, "data" in error ? error.data : undefined);
    if (told.ok) handlers.refused(told.value);
    else handlers.closed(error.message);
  });
  for (const name of Object.keys(serverMessages) as ServerMessageName[])
    listen(socket, name, handlers, onFault);
  socket.connect();
  return {
    close,
    request: (name, payload, answered) => request(socket, name, payload, answered, onFault),
    get transport() {
      return socket.connected ? socket.io.engine.transport.name : undefined;
    },
  };
}

function listen(
  socket: GamesSocket,
  name: ServerMessageName,
  handlers: WireHandlers,
  onFault: (fault: Fault) => void,
): void {
  // Nothing that a socket brings has a type before it was parsed, whatever the map of events says.
  const untyped: Socket = socket;
  untyped.on(name, (input: unknown, acknowledge: unknown) => {
    const parsed = parse(serverMessages[name].payload as never, input);
    const received = (): void => {
      if (typeof acknowledge === "function" && socket.connected) acknowledge();
    };
    if (parsed.ok) handlers.heard({ name, payload: parsed.value, received } as ServerPacket);
    else onFault({ kind: "unreadable", message: name, detail: parsed.refusal.message });
  });
}

function request<Name extends ClientMessageName>(
  socket: GamesSocket,
  name: Name,
  payload: ClientPayload<Name>,
  answered: (answer: Acknowledgement<Name>) => void,
  onFault: (fault: Fault) => void,
): void {
  // A socket that is not connected would keep it and send it later, behind everybody's back.
  if (!socket.connected) return;
  const untyped: Socket = socket;
  untyped.emit(name, payload, (input: unknown) => {
    const parsed = parse(answerSchema(name), input);
    if (parsed.ok) answered(parsed.value);
    else onFault({ kind: "unreadable", message: name, detail: parsed.refusal.message });
  });
}

const answerSchemas = new Map<ClientMessageName, unknown>();

// Building a schema costs more than many uses of it.
function answerSchema<Name extends ClientMessageName>(name: Name): ReturnType<typeof acknowledgement<Name>> {
  const known = answerSchemas.get(name) ?? acknowledgement(name);
  answerSchemas.set(name, known);
  return known as ReturnType<typeof acknowledgement<Name>>;
}
