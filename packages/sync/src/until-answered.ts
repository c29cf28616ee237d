import type { Acknowledgement, ClientMessageName, ClientPayload } from "@rejoin/protocol";
import { backoffMs, CONNECTED_CEILING_MS } from "./backoff.js";
import type { Clock } from "./clock.js";
import type { Answer, Requests } from "./requests.js";

/** What asking needs of the world. */
export interface AskingPorts {
  requests: Requests;
  clock: Clock;
  random: () => number;
}

/**
 * Asks one thing until it is answered for good: again after a time-out, and again after a refusal that says that it may
 * succeed later. When the connection is lost it stops without a word; whoever asks begins anew on the next connection.
 *
 * @param payload made anew for each try
 * @param settled called at most once, with an acceptance or a definite refusal
 * @returns how to stop asking
 */
export function askUntilAnswered<Name extends ClientMessageName>(
  { requests, clock, random }: AskingPorts,
  name: Name,
  payload: () => ClientPayload<Name>,
  settled: (answer: Acknowledgement<Name>) => void,
): () => void {
  let failures = 0;
  let stopped = false;
  let stopWaiting = (): void => {};

  const again = (leastMs: number): void => {
    stopWaiting = clock.setTimer(backoffMs(failures++, random, leastMs, CONNECTED_CEILING_MS), ask);
  };
  const heard = (answer: Answer<Name>): void => {
    if (stopped) return;
    if (answer.ok === "unknown") {
      if (answer.why === "timed-out") again(0);
    } else if (!answer.ok && answer.refusal.retryable) {
      again(answer.refusal.retryAfterMs ?? 0);
    } else {
      settled(answer);
    }
  };
  const ask = (): void => requests.request(name, payload(), heard);

  ask();
  return () => {
    stopped = true;
    stopWaiting();
  };
}
