import type { ClientToServerEvents, Player, ServerPayload, ServerToClientEvents } from "@rejoin/protocol";
import type { Namespace, Socket } from "socket.io";
import type { Hub, Line } from "./hub.js";
import { cutConnection, unsentBytes } from "./unsent-bytes.js";

export interface SocketData {
  player: Player;
  /** The session by which it came in, as `sessionKey` tells it; never the token. */
  session: string;
  line: Line;
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

/** The hub over Socket.IO, whose rooms are our channels. */
export function socketHub(games: GamesNamespace): Hub {
  return {
    isHeard: (channel) => games.adapter.rooms.has(channel),
    *lines(channel) {
      for (const id of games.adapter.rooms.get(channel) ?? []) {
        const socket = games.sockets.get(id);
        if (socket) yield socket.data.line;
      }
    },
    say(channel, name, payload, except) {
      const spared = [...(except ?? [])].map(idOf);
      const everybody = games.to(channel).except(spared) as unknown as AnyEmitter;
      everybody.emit(name, payload);
    },
  };
}

/** A connection over Socket.IO, with the name that Socket.IO has for it. */
interface SocketLine extends Line {
  readonly id: string;
}

function idOf(line: Line): string {
  return (line as SocketLine).id;
}

export function socketLine(socket: GamesSocket): Line {
  const line: SocketLine = {
    id: socket.id,
    get player() {
      return socket.data.player;
    },
    get unsentBytes() {
      return unsentBytes(socket.conn);
    },
    say(...message) {
      const untyped = socket as unknown as AnyEmitter;
      untyped.emit(...message);
    },
    sayEvents: (payload, patienceMs) =>
      new Promise((resolve) => {
        const patient = socket.timeout(patienceMs) as unknown as PatientSocket;
        patient.emit("room:events", payload, (silence) => resolve(silence === null));
      }),
    hear: (channel) => void socket.join(channel),
    stopHearing: (channel) => void socket.leave(channel),
    cut: () => cutConnection(socket.conn),
  };
  return line;
}

/** Socket.IO's types cannot follow a name and a payload that are typed together. */
interface AnyEmitter {
  emit(name: string, payload: unknown): void;
}

/** A socket with a time limit on acknowledgements. Socket.IO's types lose the error where the callback is optional. */
interface PatientSocket {
  emit(
    name: "room:events",
    page: ServerPayload<"room:events">,
    acknowledged: (silence: Error | null) => void,
  ): void;
}
