import type {
  Acknowledgement,
  ClientMessageName,
  ClientPayload,
  Refusal,
  ServerMessageName,
  ServerPayload,
} from "@rejoin/protocol";

/**
 * The wire, as a port. It carries packets over one connection at a time and knows nothing of rooms: when to connect, how
 * long to wait and what to ask again is decided above it, so that a simulation may put any network underneath.
 *
 * Any packet may be lost, repeated or late. An implementation promises two things only. After `closed` or `refused`, or
 * after the owner called `close`, that connection calls nothing any more, so a late ending cannot touch its successor. And
 * nothing is called from inside a call: not from `open`, `request`, `close` or `received`.
 */
export interface Wire {
  /** Begins to connect. */
  open(handlers: WireHandlers): Connection;
}

/** One attempt to be connected, and what became of it. */
export interface Connection {
  /** How packets are carried, such as "websocket", where that is known. For people who debug. */
  readonly transport?: string | undefined;
  /**
   * Says something, at once. Only to be called between `opened` and `closed`.
   *
   * @param answered called at most once. It may never be called: that means unknown, not failed.
   */
  request<Name extends ClientMessageName>(
    name: Name,
    payload: ClientPayload<Name>,
    answered: (answer: Acknowledgement<Name>) => void,
  ): void;
  /** Ends the connection, or the attempt. No handler is called any more. */
  close(): void;
}

export interface WireHandlers {
  opened(): void;
  heard(packet: ServerPacket): void;
  /** It could not be opened, or it was lost. `reason` is for people who debug. */
  closed(reason: string): void;
  /** The server turned this client away at the door. */
  refused(refusal: Refusal): void;
}

/** Something that the server said, already parsed. */
export type ServerPacket = {
  [Name in ServerMessageName]: {
    name: Name;
    payload: ServerPayload<Name>;
    /** Tells the server that the packet was taken in: its next page of catch-up may come. */
    received(): void;
  };
}[ServerMessageName];

/** Something that should not happen, and that the client survived. */
export type Fault =
  /** A packet or an answer that does not fit its schema. It was dropped; what it carried is asked for again. */
  | { kind: "unreadable"; message: string; detail: string }
  /** An event that this version of the rules cannot apply. */
  | { kind: "inapplicable"; room: string; seq: number; detail: string }
  /** Storage is missing, full or broken. Until it works again, commands last only as long as this page. */
  | { kind: "not-kept"; detail: string }
  /** The server's log is not the one that was held, up to `seq`: it was restored to an earlier state. A snapshot is taken. */
  | { kind: "log-replaced"; room: string; seq: number };
