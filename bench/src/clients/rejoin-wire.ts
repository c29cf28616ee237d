import { randomBytes } from "node:crypto";
import {
  type Acknowledgement,
  type ClientMessageName,
  type ClientPayload,
  NAMESPACE,
  PROTOCOL_VERSION,
  type Refusal,
} from "@rejoin/protocol";
import { headersOf, type Session } from "@rejoin/testkit";
import { SocketIoConnection, type SocketIoOptions } from "./socket-io-connection.js";

/** How long to wait before asking again, where a refusal does not say, in milliseconds. */
export const RETRY_AFTER_MS = 500;

/** A connection to Rejoin in somebody's name, which is not made yet. */
export function rejoinConnection(
  url: string,
  session: Session,
  ears: Pick<SocketIoOptions, "event" | "ended">,
): SocketIoConnection {
  return new SocketIoConnection({
    url,
    namespace: NAMESPACE,
    headers: headersOf(url, session),
    auth: { protocol: PROTOCOL_VERSION },
    ...ears,
  });
}

/**
 * Asks until there is an answer that is none of "ask again".
 *
 * @param ask asks once
 * @param putOff hears of each "ask again"
 * @throws for a refusal for good, and as `ask` does
 */
export async function insist<Name extends ClientMessageName>(
  ask: (name: Name, payload: ClientPayload<Name>) => Promise<readonly unknown[]>,
  name: Name,
  payload: ClientPayload<Name>,
  putOff: (refusal: Refusal) => void = () => undefined,
): Promise<Extract<Acknowledgement<Name>, { ok: true }>> {
  for (;;) {
    const [answer] = await ask(name, payload);
    const refusal = refusalIn(answer);
    if (!refusal) return answer as Extract<Acknowledgement<Name>, { ok: true }>;
    if (!refusal.retryable) throw new Error(`${name} was refused: ${refusal.message}`);
    putOff(refusal);
    await new Promise((resolve) => setTimeout(resolve, refusal.retryAfterMs ?? RETRY_AFTER_MS));
  }
}

/** What an answer refuses with; null where it does not. */
export function refusalIn(answer: unknown): Refusal | null {
  const { ok, refusal } = answer as { ok: boolean; refusal?: Refusal };
  return ok ? null : (refusal ?? null);
}

const processId = randomBytes(4).toString("hex");
let ids = 0;

/**
 * A command's id, as long as the page's own: 16 characters. Only the process is drawn by lot, the rest is counted: lots
 * for each message would take time that is missing to the server beside it.
 */
export function newId(): string {
  ids += 1;
  return processId + ids.toString(16).padStart(8, "0");
}
