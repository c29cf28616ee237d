import type {
  Acknowledgement,
  ClientMessageName,
  ClientPayload,
  Refusal,
  ServerMessageName,
  ServerPayload,
} from "@rejoin/protocol";
import type { Connection, ServerPacket, Wire, WireHandlers } from "../wire.js";

/** Something that the client asked, for a test to answer or to leave. */
export interface Asked<Name extends ClientMessageName = ClientMessageName> {
  name: Name;
  payload: ClientPayload<Name>;
  answer(answer: Acknowledgement<Name>): void;
}

/** A wire whose other end is held by the test: nothing moves by itself. */
export class FakeWire implements Wire {
  readonly connections: FakeConnection[] = [];

  open(handlers: WireHandlers): Connection {
    const connection = new FakeConnection(handlers);
    this.connections.push(connection);
    return connection;
  }

  /** The latest connection. */
  get now(): FakeConnection {
    const latest = this.connections.at(-1);
    if (!latest) throw new Error("the client has not connected");
    return latest;
  }
}

/** One connection, seen from the server's end. */
export class FakeConnection implements Connection {
  readonly asked: Asked[] = [];
  /** How many pages the client has taken in. */
  received = 0;
  #state: "opening" | "open" | "closed" = "opening";
  readonly #handlers: WireHandlers;

  constructor(handlers: WireHandlers) {
    this.#handlers = handlers;
  }

  get isClosed(): boolean {
    return this.#state === "closed";
  }

  request<Name extends ClientMessageName>(
    name: Name,
    payload: ClientPayload<Name>,
    answered: (answer: Acknowledgement<Name>) => void,
  ): void {
    if (this.#state !== "open") throw new Error(`${name} was said while ${this.#state}`);
    const answer = (given: Acknowledgement<Name>): void => {
      if (this.#state === "open") answered(given);
    };
    this.asked.push({ name, payload, answer } as unknown as Asked);
  }

  close(): void {
    this.#state = "closed";
  }

  accept(): void {
    this.#state = "open";
    this.#handlers.opened();
  }

  refuse(refusal: Refusal): void {
    this.#state = "closed";
    this.#handlers.refused(refusal);
  }

  lose(): void {
    if (this.#state === "closed") return;
    this.#state = "closed";
    this.#handlers.closed("lost");
  }

  say<Name extends ServerMessageName>(name: Name, payload: ServerPayload<Name>): void {
    if (this.#state !== "open") return;
    const received = (): void => {
      this.received += 1;
    };
    this.#handlers.heard({ name, payload, received } as ServerPacket);
  }

  /** Everything of one kind that was asked, in order. */
  all<Name extends ClientMessageName>(name: Name): Asked<Name>[] {
    return this.asked.filter((asked) => asked.name === name) as unknown as Asked<Name>[];
  }

  /** The latest of one kind. */
  last<Name extends ClientMessageName>(name: Name): Asked<Name> {
    const latest = this.all(name).at(-1);
    if (!latest) throw new Error(`nothing of kind ${name} was asked`);
    return latest;
  }
}
