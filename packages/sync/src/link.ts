import type { ClientMessageName, ClientPayload, Refusal } from "@rejoin/protocol";
import { backoffMs } from "./backoff.js";
import type { Clock } from "./clock.js";
import { type Observable, Variable } from "./observable.js";
import { type Answer, OpenRequests, type Requests } from "./requests.js";
import type { ConnectionView } from "./views.js";
import type { Connection, ServerPacket, Wire } from "./wire.js";

export interface LinkPorts {
  wire: Wire;
  clock: Clock;
  random: () => number;
  online: Observable<boolean>;
}

/** Who lives on the link. Each `opened` is followed by one `lost` before the next `opened`. */
export interface LinkListener {
  opened(): void;
  lost(): void;
  heard(packet: ServerPacket): void;
}

type State =
  | { kind: "stopped" }
  | { kind: "opening"; connection: Connection; cancel: () => void }
  | { kind: "open"; connection: Connection; requests: OpenRequests; cancel: () => void }
  | { kind: "pausing"; until: number; cancel: () => void }
  | { kind: "refused"; refusal: Refusal };

const OPEN_WITHIN_MS = 10_000;
/** A connection that lived this long was a good one: the next loss is met with a quick first try again. */
const STABLE_AFTER_MS = 5_000;
const SIGN_OF_LIFE_WITHIN_MS = 3_000;

/**
 * Keeps one connection open for as long as it is wanted. Every loss is met by another attempt after a random, growing
 * pause; only a refusal that says that trying again is of no use ends it. Nothing is ever said while it is not open.
 */
export class Link implements Requests {
  readonly #ports: LinkPorts;
  readonly #listener: LinkListener;
  readonly #view = new Variable<ConnectionView>({ kind: "idle" });
  #state: State = { kind: "stopped" };
  #failures = 0;
  /** When the connection was lost, or a first attempt failed. */
  #troubleSince: number | null = null;
  #stopExpectingLife: (() => void) | null = null;

  constructor(ports: LinkPorts, listener: LinkListener) {
    this.#ports = ports;
    this.#listener = listener;
    ports.online.subscribe(() => this.#show());
  }

  get view(): Observable<ConnectionView> {
    return this.#view;
  }

  get isOpen(): boolean {
    return this.#state.kind === "open";
  }

  start(): void {
    if (this.#state.kind !== "stopped" && this.#state.kind !== "refused") return;
    this.#failures = 0;
    this.#troubleSince = null;
    this.#connect();
  }

  stop(): void {
    this.#leave({ kind: "stopped" });
  }

  request<Name extends ClientMessageName>(
    name: Name,
    payload: ClientPayload<Name>,
    heard: (answer: Answer<Name>) => void,
  ): void {
    if (this.#state.kind !== "open") {
      heard({ ok: "unknown", why: "connection-lost" });
      return;
    }
    this.#state.requests.request(name, payload, (answer) => {
      if (answer.ok !== "unknown") this.#heardSomething();
      heard(answer);
    });
  }

  /**
   * Does not wait: a pause is cut short, and an open connection must show a sign of life soon, in answer to whatever its
   * owner asks at the same time, or it is given up for a new one.
   */
  hurry(): void {
    if (this.#state.kind === "pausing") {
      this.#state.cancel();
      this.#connect();
    } else if (this.#state.kind === "open" && !this.#stopExpectingLife) {
      this.#stopExpectingLife = this.#ports.clock.setTimer(SIGN_OF_LIFE_WITHIN_MS, () => this.#pause(0));
    }
  }

  #connect(): void {
    const cancel = this.#ports.clock.setTimer(OPEN_WITHIN_MS, () => this.#failed());
    // A wire calls nothing for a connection that was closed, and #leave closes each before there is another one.
    const connection = this.#ports.wire.open({
      opened: () => this.#opened(connection),
      heard: (packet) => this.#heard(packet),
      closed: () => this.#failed(),
      refused: (refusal) => this.#refused(refusal),
    });
    this.#enter({ kind: "opening", connection, cancel });
  }

  #opened(connection: Connection): void {
    if (this.#state.kind !== "opening") return;
    this.#state.cancel();
    const { clock } = this.#ports;
    const cancel = clock.setTimer(STABLE_AFTER_MS, () => {
      this.#failures = 0;
    });
    this.#troubleSince = null;
    this.#enter({ kind: "open", connection, requests: new OpenRequests(connection, clock), cancel });
    this.#listener.opened();
  }

  #heard(packet: ServerPacket): void {
    this.#heardSomething();
    if (packet.name === "server:draining")
      this.#pause(this.#ports.random() * packet.payload.reconnectWithinMs);
    else this.#listener.heard(packet);
  }

  #heardSomething(): void {
    this.#stopExpectingLife?.();
    this.#stopExpectingLife = null;
  }

  #failed(): void {
    this.#pause(backoffMs(this.#failures++, this.#ports.random));
  }

  #refused(refusal: Refusal): void {
    if (refusal.retryable) {
      this.#pause(backoffMs(this.#failures++, this.#ports.random, refusal.retryAfterMs));
    } else {
      this.#leave({ kind: "refused", refusal });
    }
  }

  #pause(ms: number): void {
    const { clock } = this.#ports;
    this.#troubleSince ??= clock.now();
    const cancel = clock.setTimer(ms, () => this.#connect());
    this.#leave({ kind: "pausing", until: clock.now() + ms, cancel });
  }

  #leave(next: State): void {
    const left = this.#state;
    if ("cancel" in left) left.cancel();
    if ("connection" in left) left.connection.close();
    this.#heardSomething();
    this.#enter(next);
    if (left.kind !== "open") return;
    left.requests.loseAll();
    this.#listener.lost();
  }

  #enter(state: State): void {
    this.#state = state;
    this.#show();
  }

  #show(): void {
    this.#view.set(this.#describe());
  }

  #describe(): ConnectionView {
    const state = this.#state;
    if (state.kind === "stopped") return { kind: "idle" };
    if (state.kind === "open") return { kind: "live" };
    if (state.kind === "refused") return state;
    const since = this.#troubleSince;
    if (!this.#ports.online.get()) return { kind: "offline", since: since ?? this.#ports.clock.now() };
    if (since === null) return { kind: "connecting" };
    const nextAttemptAt = state.kind === "pausing" ? state.until : null;
    return { kind: "reconnecting", since, attempt: Math.max(1, this.#failures), nextAttemptAt };
  }
}
