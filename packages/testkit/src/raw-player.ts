import {
  type Acknowledgement,
  type ClientMessageName,
  type ClientPayload,
  NAMESPACE,
  PROTOCOL_VERSION,
  type RoomId,
  type ServerMessageName,
  type ServerPayload,
} from "@rejoin/protocol";
import { evolve, type RoomState } from "@rejoin/rules";
import { io, type Socket } from "socket.io-client";
import { eventually } from "./eventually.js";
import { headersOf, type Session, signIn } from "./session.js";

/** A packet as it came, unparsed: its type says what it should be. */
export type HeardPacket = {
  [Name in ServerMessageName]: {
    name: Name;
    payload: ServerPayload<Name>;
    /** When, in milliseconds of `performance.now()`. */
    at: number;
  };
}[ServerMessageName];

const ANSWER_WITHIN_MS = 10_000;

/**
 * A player who speaks the wire by hand, and shares no code with the product's client: what one asks is said once, what
 * one hears is noted in order, and nothing is put right behind the test's back.
 */
export class RawPlayer implements Disposable {
  readonly session: Session;
  /** Everything heard, over all connections. */
  readonly heard: HeardPacket[] = [];
  /** Whether pages of catch-up are acknowledged: turned off, this is a reader that stopped reading. */
  acknowledgesPages = true;
  readonly #url: string;
  #socket: Socket;

  private constructor(url: string, session: Session) {
    this.#url = url;
    this.session = session;
    this.#socket = this.#open();
  }

  /** @param url the server or a proxy before it @throws when the connection is refused */
  static async connect(url: string, who: Session | string = "Somebody"): Promise<RawPlayer> {
    const session = typeof who === "string" ? await signIn(url, who) : who;
    const player = new RawPlayer(url, session);
    await player.#connected();
    return player;
  }

  get id(): string {
    return this.session.player.id;
  }

  get isConnected(): boolean {
    return this.#socket.connected;
  }

  /**
   * Says something once.
   *
   * @throws when there is no connection, or no answer within ten seconds: the outcome is unknown
   */
  async request<Name extends ClientMessageName>(
    name: Name,
    payload: ClientPayload<Name>,
  ): Promise<Acknowledgement<Name>> {
    return (await this.say(name, payload)) as Acknowledgement<Name>;
  }

  /** Says anything at all, for tests of what must be refused. @throws as `request` */
  async say(name: string, ...payload: unknown[]): Promise<unknown> {
    if (!this.#socket.connected) throw new Error(`${name} was not said: there is no connection`);
    return this.#socket.timeout(ANSWER_WITHIN_MS).emitWithAck(name, ...payload);
  }

  /** Leaves without a word of its own, and forgets nothing that it heard. */
  disconnect(): void {
    this.#socket.disconnect();
  }

  /** Connects anew, hearing nothing until it joins again. @throws when the connection is refused */
  async reconnect(url = this.#url): Promise<void> {
    this.#socket.disconnect();
    this.#socket = this.#open(url);
    await this.#connected();
  }

  /** Every payload of one kind that was heard, in order. */
  all<Name extends ServerMessageName>(name: Name): ServerPayload<Name>[] {
    return this.heard.flatMap((packet) =>
      packet.name === name ? [packet.payload as ServerPayload<Name>] : [],
    );
  }

  /** The events of a room, as they came: a hole or a repetition shows. */
  events(room: RoomId) {
    return this.all("room:events").flatMap((packet) => (packet.room === room ? packet.events : []));
  }

  /** The room as far as it was heard without a hole after the last snapshot, or null. */
  state(room: RoomId): { seq: number; state: RoomState } | null {
    const snapshot = this.all("room:snapshot").findLast((packet) => packet.room === room);
    let held = snapshot ? { seq: snapshot.seq, state: snapshot.state as RoomState } : null;
    for (const event of this.events(room)) {
      if (event.seq === (held?.seq ?? 0) + 1)
        held = { seq: event.seq, state: evolve(held?.state ?? null, event) };
    }
    return held;
  }

  [Symbol.dispose](): void {
    this.disconnect();
  }

  #open(url = this.#url): Socket {
    const socket = io(`${url}${NAMESPACE}`, {
      transports: ["websocket"],
      forceNew: true,
      reconnection: false,
      auth: { protocol: PROTOCOL_VERSION },
      extraHeaders: headersOf(url, this.session),
    });
    socket.onAny((name: string, payload: unknown, acknowledge: unknown) => {
      this.heard.push({ name, payload, at: performance.now() } as HeardPacket);
      if (this.acknowledgesPages && typeof acknowledge === "function") acknowledge();
    });
    return socket;
  }

  async #connected(): Promise<void> {
    const socket = this.#socket;
    let refusal: Error | undefined;
    socket.once("connect_error", (error) => {
      refusal = error;
    });
    await eventually("connected", () => socket.connected || refusal !== undefined, Boolean);
    if (refusal) throw refusal;
  }
}
