import type {
  ClientToServerEvents,
  Player,
  ServerMessageName,
  ServerPayload,
  ServerToClientEvents,
} from "@rejoin/protocol";
import type { Namespace, Socket } from "socket.io";
import type { Channel, Hub, Line } from "./hub.js";
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

/** A connection over Socket.IO. */
export class SocketLine implements Line {
  readonly #socket: GamesSocket;

  constructor(socket: GamesSocket) {
    this.#socket = socket;
  }

  /** The name that Socket.IO has for it. */
  get id(): string {
    return this.#socket.id;
  }

  get player(): Player {
    return this.#socket.data.player;
  }

  get unsentBytes(): number {
    return unsentBytes(this.#socket.conn);
  }

  say<Name extends ServerMessageName>(name: Name, payload: ServerPayload<Name>): void {
    const untyped = this.#socket as unknown as AnyEmitter;
    untyped.emit(name, payload);
  }

  sayEvents(payload: ServerPayload<"room:events">, patienceMs: number): Promise<boolean> {
    const patient = this.#socket.timeout(patienceMs) as unknown as PatientSocket;
    return new Promise((resolve) => {
      patient.emit("room:events", payload, (silence) => resolve(silence === null));
    });
  }

  hear(channel: Channel): void {
    void this.#socket.join(channel);
  }

  stopHearing(channel: Channel): void {
    void this.#socket.leave(channel);
  }

  cut(): void {
    cutConnection(this.#socket.conn);
  }
}

function idOf(line: Line): string {
  return (line as SocketLine).id;
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
