import type { Acknowledgement, ClientMessageName, ClientPayload } from "@rejoin/protocol";
import type { Clock } from "./clock.js";
import type { Connection } from "./wire.js";

/** No answer came. What was asked may or may not have been done: it is unknown, never failed. */
export type Unanswered = { ok: "unknown"; why: "timed-out" | "connection-lost" };

export type Answer<Name extends ClientMessageName> = Acknowledgement<Name> | Unanswered;

/** Somewhere to ask. */
export interface Requests {
  /** @param heard called exactly once, with `connection-lost` where there is no connection */
  request<Name extends ClientMessageName>(
    name: Name,
    payload: ClientPayload<Name>,
    heard: (answer: Answer<Name>) => void,
  ): void;
}

const ANSWER_WITHIN_MS = 8_000;

/** What is asked over one connection: every request ends in an answer, a time-out, or the loss of the connection. */
export class OpenRequests implements Requests {
  readonly #connection: Connection;
  readonly #clock: Clock;
  readonly #lose = new Set<() => void>();

  constructor(connection: Connection, clock: Clock) {
    this.#connection = connection;
    this.#clock = clock;
  }

  request<Name extends ClientMessageName>(
    name: Name,
    payload: ClientPayload<Name>,
    heard: (answer: Answer<Name>) => void,
  ): void {
    const settle = (answer: Answer<Name>): void => {
      if (!this.#lose.delete(lose)) return;
      stopWaiting();
      heard(answer);
    };
    const lose = (): void => settle({ ok: "unknown", why: "connection-lost" });
    const stopWaiting = this.#clock.setTimer(ANSWER_WITHIN_MS, () =>
      settle({ ok: "unknown", why: "timed-out" }),
    );
    this.#lose.add(lose);
    this.#connection.request(name, payload, settle);
  }

  /** The connection is gone: nothing more will be answered. */
  loseAll(): void {
    for (const lose of [...this.#lose]) lose();
  }
}
