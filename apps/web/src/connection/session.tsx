import type { Player } from "@rejoin/protocol";
import {
  createContext,
  type ReactNode,
  startTransition,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from "react";
import type { Answer } from "./http";
import { changeSession, openSession } from "./session-calls";

/** Who this browser is, as far as it is known. `nextAttemptAt` is in milliseconds since 1970. */
export type SessionState =
  | { kind: "asking" }
  | { kind: "unreachable"; nextAttemptAt: number }
  | { kind: "ready"; player: Player };

interface Session {
  state: SessionState;
  change: (changes: { name?: string; avatar?: string }) => Promise<Answer<Player>>;
  /** Asks again who this browser is: the server no longer knows the session. */
  renew: () => void;
}

const SessionContext = createContext<Session | null>(null);
const LONGEST_PAUSE = 15_000;

/** Gets or makes the session silently, and tries again for as long as the server cannot be reached. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [state, setState] = useState<SessionState>({ kind: "asking" });
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again
  useEffect(() => openUntilReady(setState), [round]);
  const change = useCallback<Session["change"]>(async (changes) => {
    const answer = await changeSession(changes);
    if (answer.ok) setState({ kind: "ready", player: answer.value });
    return answer;
  }, []);
  const renew = useCallback(() => setRound((held) => held + 1), []);
  const session = useMemo(() => ({ state, change, renew }), [state, change, renew]);
  return <SessionContext value={session}>{children}</SessionContext>;
}

function openUntilReady(setState: (state: SessionState) => void): () => void {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const attempt = async (pause: number): Promise<void> => {
    const answer = await openSession();
    if (stopped) return;
    // With this the whole page is drawn: a little at a time, so that it answers meanwhile.
    if (answer.ok) return startTransition(() => setState({ kind: "ready", player: answer.value }));
    const wait = pause * (0.5 + Math.random());
    setState({ kind: "unreachable", nextAttemptAt: Date.now() + wait });
    timer = setTimeout(() => void attempt(Math.min(pause * 2, LONGEST_PAUSE)), wait);
  };
  const now = (): void => {
    if (timer === undefined) return;
    clearTimeout(timer);
    void attempt(1_000);
  };
  window.addEventListener("online", now);
  void attempt(1_000);
  return () => {
    stopped = true;
    clearTimeout(timer);
    window.removeEventListener("online", now);
  };
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("useSession is called outside of SessionProvider");
  return session;
}

/** You. Only called where a session is there, which is everywhere below the app's frame. */
export function useMe(): Player {
  const { state } = useSession();
  if (state.kind !== "ready") throw new Error("useMe is called before there is a session");
  return state.player;
}
