import type {
  Acknowledgement,
  ClientMessageName,
  ClientPayload,
  Refusal,
  ServerMessageName,
} from "@rejoin/protocol";
import { type Clock, systemClock } from "./clock.js";
import type { Connection, ServerPacket, Wire, WireHandlers } from "./wire.js";

/** Something that passes over a connection. */
export type Passing =
  /** The connection became usable. */
  | { way: "in"; kind: "opened" }
  | Asking
  /** The server answers a question. */
  | { way: "in"; kind: "answer"; name: ClientMessageName; payload: unknown; to: Asking }
  /** The server says something. */
  | { way: "in"; kind: "packet"; name: ServerMessageName; payload: unknown }
  /** The client took that in. */
  | { way: "out"; kind: "received"; name: ServerMessageName; payload: unknown };

/** The client asks. */
export interface Asking {
  way: "out";
  kind: "request";
  name: ClientMessageName;
  payload: unknown;
}

/** Sees everything that passes over a wire, and decides what becomes of it. */
export interface Tap {
  /** Whether a new connection may be tried. */
  admits(): boolean;
  /** @param carry takes it on: to be called at once, later, more than once, or never */
  passes(passing: Passing, carry: () => void): void;
}

/**
 * A wire that can be tapped while it is in use. Without a tap it is the wire below, and nothing else. Whatever a tap does,
 * what is promised of a wire stays true: a connection that ended says nothing any more, and an answer comes once at most.
 */
export class TappedWire implements Wire {
  readonly #wire: Wire;
  readonly #clock: Clock;
  readonly #lines = new Set<Line>();
  #tap: Tap | null = null;

  constructor(wire: Wire, clock: Clock = systemClock) {
    this.#wire = wire;
    this.#clock = clock;
  }

  open(handlers: WireHandlers): Connection {
    const line = new Line(
      handlers,
      () => this.#tap,
      () => this.#lines.delete(line),
    );
    this.#lines.add(line);
    if (this.#tap?.admits() === false) this.#clock.setTimer(0, () => line.lose());
    else line.connect(this.#wire);
    return line;
  }

  /** @param tap null to take the tap off */
  tap(tap: Tap | null): void {
    this.#tap = tap;
  }

  /** Loses the connection that there is. */
  cut(): void {
    for (const line of [...this.#lines]) line.lose();
  }

  /** How packets are carried, such as "websocket"; null where there is no connection, or it is not known. */
  get transport(): string | null {
    for (const { transport } of this.#lines) if (transport) return transport;
    return null;
  }
}

/** One connection, with the tap on it. */
class Line implements Connection {
  readonly #handlers: WireHandlers;
  readonly #tap: () => Tap | null;
  readonly #ended: () => void;
  #below: Connection | null = null;
  #isOpen = true;

  constructor(handlers: WireHandlers, tap: () => Tap | null, ended: () => void) {
    this.#handlers = handlers;
    this.#tap = tap;
    this.#ended = ended;
  }

  get transport(): string | undefined {
    return this.#below?.transport;
  }

  connect(wire: Wire): void {
    this.#below = wire.open({
      opened: () => this.#pass({ way: "in", kind: "opened" }, () => this.#handlers.opened()),
      heard: (packet) => this.#heard(packet),
      closed: (reason) => this.#end(() => this.#handlers.closed(reason)),
      refused: (refusal: Refusal) => this.#end(() => this.#handlers.refused(refusal)),
    });
  }

  /** As if the network had failed. */
  lose(): void {
    this.#below?.close();
    this.#end(() => this.#handlers.closed("cut by the tap"));
  }

  close(): void {
    this.#below?.close();
    this.#end(() => {});
  }

  request<Name extends ClientMessageName>(
    name: Name,
    payload: ClientPayload<Name>,
    answered: (answer: Acknowledgement<Name>) => void,
  ): void {
    const asking: Asking = { way: "out", kind: "request", name, payload };
    let isAnswered = false;
    const answer = (given: Acknowledgement<Name>): void =>
      this.#pass({ way: "in", kind: "answer", name, payload: given, to: asking }, () => {
        if (!isAnswered) answered(given);
        isAnswered = true;
      });
    this.#pass(asking, () => this.#below?.request(name, payload, answer));
  }

  #heard(packet: ServerPacket): void {
    const { name, payload, received } = packet;
    const took = (): void => this.#pass({ way: "out", kind: "received", name, payload }, received);
    this.#pass({ way: "in", kind: "packet", name, payload }, () =>
      this.#handlers.heard({ ...packet, received: took }),
    );
  }

  #pass(passing: Passing, deliver: () => void): void {
    if (!this.#isOpen) return;
    const carry = (): void => {
      if (this.#isOpen) deliver();
    };
    const tap = this.#tap();
    if (tap) tap.passes(passing, carry);
    else carry();
  }

  #end(tell: () => void): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#ended();
    tell();
  }
}
