import { useMemo } from "react";
import { Link } from "react-router";
import type { ReplayLog } from "../connection/replay-log";
import { useAttention } from "../features/attention/use-attention";
import { readThread } from "../features/thread/thread-reader";
import { ThreadRow } from "../features/thread/thread-row";
import { laterTexts } from "../texts/later-texts";
import { texts } from "../texts/texts";
import { Logo } from "../ui/logo";
import { spacedCode } from "../ui/spaced-code";
import "../features/thread/thread.css";

/** The newest of what is left of a long log. */
const SHOWN = 1_000;

interface TrimmedReplayProps {
  roomKey: string;
  log: ReplayLog;
}

/**
 * A log whose beginning is not kept, and for which nothing stands either: what the board looked like cannot be known, but
 * what happened can be read.
 */
export function TrimmedReplay({ roomKey, log }: TrimmedReplayProps) {
  const t = laterTexts.time.replay;
  const entries = useMemo(() => readThread(log.events, "").slice(-SHOWN), [log]);
  useAttention({ title: t.label, yourTurn: false });
  return (
    <div className="mx-auto max-w-2xl px-4 pb-10">
      <header className="flex min-h-16 items-center">
        <Link to="/" aria-label={texts.common.backToLobby} className="rounded-lg">
          <Logo />
        </Link>
      </header>
      <main>
        <h1 className="font-display text-4xl font-extrabold tracking-tight">
          {t.label} <span className="font-mono text-2xl">{spacedCode(roomKey)}</span>
        </h1>
        <p className="my-4 text-soft">{t.trimmed(log.first - 1)}</p>
        <ol className="rounded-3xl bg-raised py-4">
          {entries.map((entry) => (
            <ThreadRow
              key={entry.event.seq}
              entry={entry}
              missed={false}
              time="past"
              newDay={false}
              continued={false}
              first={entry.event.seq === log.first}
            />
          ))}
        </ol>
      </main>
    </div>
  );
}
