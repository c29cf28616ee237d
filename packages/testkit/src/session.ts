import { type Player, SESSION_COOKIE, sessionAnswer } from "@rejoin/protocol";

/** Somebody who is signed in: what a browser would keep. */
export interface Session {
  player: Player;
  /** As the `Cookie` header carries it: name and value. */
  cookie: string;
}

const ANSWER_WITHIN_MS = 10_000;

/**
 * Makes a session over HTTP, as a page does.
 *
 * @param url the server, or a proxy before it
 * @throws for any answer but a session
 */
export async function signIn(url: string, name?: string): Promise<Session> {
  const response = await fetch(new URL("/api/session", url), {
    method: "POST",
    // A connection that is reset while it is being made may leave a request unanswered for ever.
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    headers: { "content-type": "application/json", origin: new URL(url).origin },
    body: JSON.stringify(name === undefined ? {} : { name }),
  });
  const body = await response.text();
  const cookie = response.headers.getSetCookie().find((line) => line.startsWith(`${SESSION_COOKIE}=`));
  if (response.status !== 201 || !cookie) throw new Error(`No session: ${response.status} ${body}`);
  const { player } = sessionAnswer.parse(JSON.parse(body));
  return { player, cookie: cookie.split(";", 1)[0] ?? "" };
}

/** The headers by which a connection, or an HTTP call, speaks for a session. */
export function headersOf(url: string, { cookie }: Session): Record<string, string> {
  return { cookie, origin: new URL(url).origin };
}
