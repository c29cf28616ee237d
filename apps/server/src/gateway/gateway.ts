import type { Server as HttpServer } from "node:http";
import { LIMITS, NAMESPACE, type Player, type Refusal, refuse } from "@rejoin/protocol";
import { Server, type ServerOptions } from "socket.io";
import { Decoder } from "socket.io-parser";
import type { Visit } from "../games.js";
import { isOriginAllowed } from "../origin.js";
import type { AnswerPorts } from "./answer.js";
import { admit, ConnectionRefused, type HandshakePorts } from "./handshake.js";
import type { Hub, Line } from "./hub.js";
import { JsonEncoder } from "./json-encoder.js";
import { OpenSockets } from "./open-sockets.js";
import { type GamesNamespace, type GamesSocket, SocketLine, socketHub } from "./socket-hub.js";
import { TurnSockets } from "./turn-sockets.js";
import { cutConnection } from "./unsent-bytes.js";

/** A half-open connection is noticed after these two together, on both sides, in milliseconds: within fifteen seconds. */
const PING_INTERVAL_MS = 9_000;
const PING_TIMEOUT_MS = 5_000;

/** How long a connection may take to close politely, in milliseconds. */
const CLOSE_WITHIN_MS = 1_000;

/** How long players may take to come back when a server goes away: spread out, so that they do not all come at once. */
const RECONNECT_WITHIN_MS = 2_000;

/** A Socket.IO adapter that carries what is said to the other servers too. */
export type FanOut = NonNullable<ServerOptions["adapter"]>;

export interface GatewayParts extends Omit<HandshakePorts, "enter" | "draining"> {
  /** Takes somebody who was let in. */
  welcome: (line: Line) => Visit;
  /** Hears why somebody was not let in. */
  refused: (refusal: Refusal) => void;
  /** Hears what went wrong at the door. */
  failed: AnswerPorts["failed"];
  /** Hears how many connections there are, whenever that changes. */
  connected: (count: number) => void;
}

/** The door of `/games`: who is it, what do they say, how much can they take. */
export class Gateway {
  readonly hub: Hub;
  readonly #games: GamesNamespace;
  readonly #sockets: OpenSockets;
  readonly #io: Server;
  /** How many connections each player has, with those that are being let in. */
  readonly #connections = new Map<string, number>();
  /** Sockets that are let in this moment, and counted already. */
  readonly #entering = new Set<GamesSocket>();
  /** Sockets at the door: who they are is being looked up, or they are let in this moment. */
  readonly #knocking = new Set<GamesSocket>();
  #draining = false;

  constructor(http: HttpServer, allowedOrigins: readonly string[], fanOut?: FanOut) {
    this.#sockets = new OpenSockets(http);
    this.#io = new Server(http, {
      serveClient: false,
      wsEngine: TurnSockets,
      parser: { Encoder: JsonEncoder, Decoder },
      ...(fanOut && { adapter: fanOut }),
      connectTimeout: LIMITS.connectMs,
      maxHttpBufferSize: LIMITS.packetBytes,
      pingInterval: PING_INTERVAL_MS,
      pingTimeout: PING_TIMEOUT_MS,
      allowRequest: ({ headers }, decide) => {
        const allowed = isOriginAllowed(headers.origin, headers.host, allowedOrigins);
        decide(allowed ? null : "forbidden-origin", allowed);
      },
    });
    this.#io.engine.on("connection", (connection: GamesSocket["conn"]) => connection.on("close", cutSoon));
    this.#games = this.#io.of(NAMESPACE);
    this.hub = socketHub(this.#games);
    // Socket.IO opens "/" by itself; everything that is said here is said on one namespace.
    this.#io
      .of("/")
      .use((_socket, next) =>
        next(new ConnectionRefused(refuse("not-found", `Connect to the namespace ${NAMESPACE}.`))),
      );
  }

  get draining(): boolean {
    return this.#draining;
  }

  /** Starts to let players in. */
  open(parts: GatewayParts): void {
    const ports: HandshakePorts = {
      ...parts,
      enter: (socket) => this.#enter(socket, parts.connectionsPerPlayer),
      draining: () => this.#draining,
    };
    this.#games.use((socket, next) => {
      void this.#answerKnock(socket, ports, parts.failed).then((refused) => {
        if (refused) parts.refused(refused.data);
        next(refused);
      });
    });
    this.#games.on("connection", (socket) => this.#welcome(socket, parts));
  }

  /** Gives the connections of a player their new name and avatar. */
  playerChanged(player: Player): void {
    for (const socket of this.#games.sockets.values())
      if (socket.data.player.id === player.id) socket.data.player = player;
  }

  /** Cuts the connections that came in by a session, and no other of the same player. */
  sessionEnded(session: string): void {
    for (const socket of this.#games.sockets.values())
      if (socket.data.session === session) socket.disconnect(true);
    // What is at the door is connected only if its transport is still open then.
    for (const socket of this.#knocking) if (socket.data.session === session) socket.conn.close();
  }

  /** Takes no more commands, and tells everybody to come back elsewhere. */
  drain(): void {
    this.#draining = true;
    this.#games.local.emit("server:draining", { reconnectWithinMs: RECONNECT_WITHIN_MS });
  }

  /** Cuts every connection, and stops listening. */
  async close(): Promise<void> {
    this.#games.local.disconnectSockets(true);
    const closed = this.#io.close();
    // By now nobody new is let in. A request that never ends, or a reader that never reads, would keep it open for ever.
    await this.#sockets.closeWithin(CLOSE_WITHIN_MS);
    await closed;
  }

  async #answerKnock(
    socket: GamesSocket,
    ports: HandshakePorts,
    failed: GatewayParts["failed"],
  ): Promise<ConnectionRefused | undefined> {
    this.#knocking.add(socket);
    try {
      return await admit(socket, ports);
    } catch (error) {
      failed("connect", error);
      return new ConnectionRefused(
        refuse("unavailable", "The server cannot reach its database. Connect again in a moment.", 1_000),
      );
    } finally {
      // Socket.IO lets it in a tick after the answer; only then is it among the sockets.
      setImmediate(() => {
        this.#knocking.delete(socket);
        // Whoever has left before that never is.
        if (this.#entering.delete(socket)) this.#count(socket.data.player.id, -1);
      });
    }
  }

  /** Counts a connection of a player before it is let in, so that of many who come at once each sees those before it. */
  #enter(socket: GamesSocket, most: number): boolean {
    const { id } = socket.data.player;
    if ((this.#connections.get(id) ?? 0) >= most) return false;
    this.#entering.add(socket);
    this.#count(id, 1);
    return true;
  }

  #welcome(socket: GamesSocket, parts: GatewayParts): void {
    socket.data.line = new SocketLine(socket);
    this.#entering.delete(socket);
    const { id } = socket.data.player;
    const visit = parts.welcome(socket.data.line);
    parts.connected(this.#games.sockets.size);
    // Whoever does not call `next` keeps Socket.IO from looking, a tick later, for a handler that nobody has added.
    socket.use((message) => visit.receive(...message));
    forgetRequest(socket);
    socket.on("disconnect", () => {
      this.#count(id, -1);
      parts.connected(this.#games.sockets.size);
      visit.left();
    });
  }

  #count(player: string, change: 1 | -1): void {
    const count = (this.#connections.get(player) ?? 0) + change;
    if (count > 0) this.#connections.set(player, count);
    else this.#connections.delete(player);
  }
}

/** What somebody did not read is kept until the connection is gone, and they will not say goodbye. */
function cutSoon(this: GamesSocket["conn"]): void {
  setTimeout(() => cutConnection(this), CLOSE_WITHIN_MS).unref();
}

/**
 * Lets go of the request by which somebody came, with its headers: who they are is known, and it would stay in memory as long as
 * their connection.
 *
 * @see https://socket.io/docs/v4/memory-usage/
 */
function forgetRequest(socket: GamesSocket): void {
  const { request } = socket;
  // Engine.IO holds on to it in more than one place.
  request.headers = {};
  request.rawHeaders = [];
  const connected = socket as { handshake?: unknown };
  connected.handshake = undefined;
  const connection = socket.conn as { request?: unknown };
  connection.request = undefined;
}
