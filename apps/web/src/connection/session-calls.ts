import { type Player, type SessionAnswer, sessionAnswer } from "@rejoin/protocol";
import { takeBegunSession } from "./begun-session";
import { type Answer, call } from "./http";

const SESSION = "/api/session";
const MARK = "rejoin:known";

let opening: Promise<Answer<Player>> | null = null;

/**
 * Who this browser is. A stranger becomes somebody, with a name made for them. Asked twice at once it is asked once: two
 * answers could leave the page with one person and the cookie with another.
 */
export function openSession(): Promise<Answer<Player>> {
  opening ??= open().finally(() => {
    opening = null;
  });
  return opening;
}

async function open(): Promise<Answer<Player>> {
  const asked = takeBegunSession();
  // Without the mark this is most likely a first visit. Whoever is known all the same stays who they are.
  const isKnown = asked?.isKnown ?? isMarked();
  const held = isKnown ? await call(sessionAnswer, SESSION, { asked }) : null;
  if (held && (held.ok || held.refusal.code !== "unauthenticated")) return playerOf(held);
  const made = await call(sessionAnswer, SESSION, {
    method: "POST",
    body: {},
    asked: isKnown ? undefined : asked,
  });
  if (made.ok) mark();
  return playerOf(made);
}

/** Who this browser is, or null for one that was never here: nobody is made of them. */
export async function knownPlayer(): Promise<Player | null> {
  if (!isMarked()) return null;
  const held = await call(sessionAnswer, SESSION);
  return held.ok ? held.value.player : null;
}

export async function changeSession(changes: { name?: string; avatar?: string }): Promise<Answer<Player>> {
  return playerOf(await call(sessionAnswer, SESSION, { method: "PATCH", body: changes }));
}

function playerOf(answer: Answer<SessionAnswer>): Answer<Player> {
  return answer.ok ? { ok: true, value: answer.value.player } : answer;
}

function isMarked(): boolean {
  try {
    return localStorage.getItem(MARK) !== null;
  } catch {
    return false;
  }
}

function mark(): void {
  try {
    localStorage.setItem(MARK, "yes");
  } catch {
    // Storage may be forbidden: then every visit asks as if it were the first.
  }
}
