import type { Acknowledgement, ClientMessageName, ClientPayload } from "./client-messages.js";
import type { ServerMessageName, ServerPayload } from "./server-messages.js";

/** Socket.IO's map of what a client emits. */
export type ClientToServerEvents = {
  [Name in ClientMessageName]: (
    payload: ClientPayload<Name>,
    acknowledge: (answer: Acknowledgement<Name>) => void,
  ) => void;
};

/** Socket.IO's map of what a server emits. A catch-up page asks for an acknowledgement, which carries nothing. */
export type ServerToClientEvents = {
  [Name in ServerMessageName]: (payload: ServerPayload<Name>, received?: () => void) => void;
};

/** The handshake's `auth`. The session itself travels as a cookie. */
export interface HandshakeAuth {
  /** The `PROTOCOL_VERSION` that the client speaks; left out, the server assumes its own. */
  protocol?: number;
}
