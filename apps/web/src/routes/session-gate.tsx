import type { ReactNode } from "react";
import { useSession } from "../connection/session";
import { StatusPill } from "../features/connection-status/connection-status";
import { texts } from "../texts/texts";
import { useNow } from "../ui/use-now";
import { FirstWords, Waiting } from "../ui/waiting";

/** Nothing can be shown to nobody: until there is a session, this says why it takes a while. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { state } = useSession();
  if (state.kind === "ready") return children;
  return (
    <Waiting title={texts.common.appName}>
      <FirstWords>{texts.lobby.tagline}</FirstWords>
      {state.kind === "asking" ? (
        <StatusPill
          words={{ kind: "connecting", text: texts.connection.connecting, detail: null, progress: null }}
        />
      ) : (
        <Unreachable nextAttemptAt={state.nextAttemptAt} />
      )}
    </Waiting>
  );
}

function Unreachable({ nextAttemptAt }: { nextAttemptAt: number }) {
  const now = useNow(500);
  const seconds = Math.max(1, Math.ceil((nextAttemptAt - now) / 1000));
  const t = texts.connection;
  return (
    <>
      <p className="text-soft">{t.unreachable}</p>
      <StatusPill
        words={{ kind: "reconnecting", text: t.reconnecting, detail: t.nextAttempt(seconds), progress: null }}
      />
    </>
  );
}
