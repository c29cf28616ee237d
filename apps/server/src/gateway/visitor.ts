import type { ClientToServerEvents, Player, RoomId, ServerToClientEvents } from "@rejoin/protocol";
import type { Actor } from "@rejoin/rules";
import type { Namespace, Socket } from "socket.io";
import type { Subscription } from "./subscription.js";

export interface SocketData {
  player: Player;
  /** The session by which it came in, as `sessionKey` tells it; never the token. */
  session: string;
}
export type GamesSocket = Socket<
  ClientToServerEvents,
  ServerToClientEvents,
  Record<string, never>,
  SocketData
>;
export type GamesNamespace = Namespace<
  ClientToServerEvents,
  ServerToClientEvents,
  Record<string, never>,
  SocketData
>;

/** A connection on `/games`: whose it is, and which rooms it hears. */
export interface Visitor {
  socket: GamesSocket;
  subscriptions: Map<RoomId, Subscription>;
}

export function playerOf({ socket }: Visitor): Player {
  return socket.data.player;
}

export function actorOf(visitor: Visitor): Extract<Actor, { kind: "player" }> {
  const { id, name, avatar } = playerOf(visitor);
  return { kind: "player", id, person: { name, avatar } };
}

/** The Socket.IO rooms. Their names are built here and nowhere else, so no client can name one. */
export const channels = {
  room: (id: RoomId): string => `room:${id}`,
  lobby: "lobby",
  player: (id: string): string => `player:${id}`,
} as const;
