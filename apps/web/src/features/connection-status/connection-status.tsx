import type { RoomView } from "@rejoin/sync";
import { useEffect, useRef } from "react";
import { useClient, useConnection } from "../../connection/client";
import { useObservable } from "../../connection/use-observable";
import { texts } from "../../texts/texts";
import { announce } from "../../ui/announcer";
import { classNames } from "../../ui/class-names";
import { useNow } from "../../ui/use-now";
import { ConnectionSign } from "./connection-sign";
import { describeConnection, type StatusKind, type StatusWords } from "./describe-connection";

/** The connection, always visible: in words, and as a shape. It also tells of what waits, and in a room of catching up. */
export function ConnectionStatus({ view }: { view?: RoomView }) {
  const connection = useConnection();
  const now = useNow(1_000, connection.kind === "reconnecting");
  const waiting = useObservable(useClient().waiting);
  const words = describeConnection({ connection, room: view?.status ?? null, waiting, now });
  useAnnounced(words.kind);
  return <StatusPill words={words} />;
}

/** The same look for anything that has words of its own, such as a page without a session. */
export function StatusPill({ words }: { words: StatusWords }) {
  return (
    <div
      role="status"
      aria-live="off"
      aria-label={texts.connection.label}
      className={classNames(
        "inline-flex max-w-full min-w-0 items-center gap-2 rounded-xl px-2 py-0.5 text-sm leading-tight font-semibold sm:min-h-8 sm:rounded-full sm:px-3",
        words.kind === "live" && "text-live",
        (words.kind === "reconnecting" || words.kind === "catching-up") && "bg-missed-wash text-missed",
        words.kind === "offline" && "bg-sunk text-ink ring-1 ring-edge",
        words.kind === "connecting" && "text-soft",
      )}
    >
      <ConnectionSign kind={words.kind} progress={words.progress} />
      <span className="min-w-0">
        <span className="block truncate sm:inline">{words.text}</span>
        {words.detail && (
          <span className="block truncate text-xs font-medium sm:inline sm:text-sm">
            <span className="hidden sm:inline"> · </span>
            {words.detail}
          </span>
        )}
      </span>
    </div>
  );
}

function useAnnounced(kind: StatusKind): void {
  const before = useRef<StatusKind>(kind);
  useEffect(() => {
    const last = before.current;
    before.current = kind;
    if (kind === last || kind === "connecting" || last === "connecting") return;
    announce(texts.connection.announced[kind]);
  }, [kind]);
}
