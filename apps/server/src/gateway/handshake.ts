import { fastifyCookie } from "@fastify/cookie";
import { PROTOCOL_VERSION, type Refusal, refuse, SESSION_COOKIE } from "@rejoin/protocol";
import { type Sessions, sessionKey } from "../players/sessions.js";
import type { AddressLimit } from "./address-limit.js";
import { busy } from "./messages-under-way.js";
import type { Places } from "./places.js";
import type { GamesSocket } from "./socket-hub.js";

export interface HandshakePorts {
  sessions: Sessions;
  /** Connections that one player may have to this server. */
  connectionsPerPlayer: number;
  /** Takes a place among the connections of a socket's player, until it ends. @returns whether there was one */
  enter: (socket: GamesSocket) => boolean;
  addresses: AddressLimit;
  /** Where those wait whose session is to be looked up. */
  lookUps: Places;
  /** A number from 0 up to, not including, 1. */
  random: () => number;
  draining: () => boolean;
}

/** A refused connection, in the shape that Socket.IO hands to the client: `connect_error` with `data` being the refusal. */
export class ConnectionRefused extends Error {
  readonly data: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.data = refusal;
  }
}

/** Who is it? Lets a connection in when its cookie speaks for a player, and gives the socket that player. */
export async function admit(
  socket: GamesSocket,
  ports: HandshakePorts,
): Promise<ConnectionRefused | undefined> {
  const refusal =
    addressRefusal(socket, ports) ?? (await identify(socket, ports)) ?? crowdRefusal(socket, ports);
  return refusal ? new ConnectionRefused(refusal) : undefined;
}

function addressRefusal(socket: GamesSocket, { addresses }: HandshakePorts): Refusal | undefined {
  if (addresses.enter(socket)) return undefined;
  return refuse(
    "too-many-connections",
    "There are as many connections from your address as this server takes.",
    5_000,
  );
}

async function identify(
  socket: GamesSocket,
  { sessions, draining, lookUps, random }: HandshakePorts,
): Promise<Refusal | undefined> {
  if (draining())
    return refuse("draining", "This server is being replaced. Connect again in a moment.", 1_000);
  const { protocol, player: claimed } = socket.handshake.auth as { protocol?: unknown; player?: unknown };
  if (protocol !== undefined && protocol !== PROTOCOL_VERSION) {
    return refuse(
      "unsupported-version",
      `This server speaks version ${PROTOCOL_VERSION} of the protocol. Reload the page.`,
    );
  }
  const token = fastifyCookie.parse(socket.handshake.headers.cookie ?? "")[SESSION_COOKIE];
  // Before it is looked up: if it is ended meanwhile, it is known whose door to close.
  if (token) socket.data.session = sessionKey(token);
  if (token && lookUps.isFull) return busy(random);
  // Who has left meanwhile needs no answer.
  const find = async () => (token && socket.conn.readyState === "open" ? sessions.find(token) : null);
  const player = token ? await lookUps.during(find) : null;
  if (!player)
    return refuse(
      "unauthenticated",
      "No valid session. Make one with POST /api/session and connect with its cookie.",
    );
  // A cookie is shared by all tabs of a browser: one of them may not know yet that it has become somebody else's.
  if (claimed !== undefined && claimed !== player.id)
    return refuse("unauthenticated", "The session is somebody else’s. Ask with GET /api/session whose.");
  socket.data.player = player;
  return undefined;
}

function crowdRefusal(
  socket: GamesSocket,
  { enter, connectionsPerPlayer }: HandshakePorts,
): Refusal | undefined {
  if (enter(socket)) return undefined;
  return refuse(
    "too-many-connections",
    `A player has at most ${connectionsPerPlayer} connections at a time. Close another tab.`,
    5_000,
  );
}
