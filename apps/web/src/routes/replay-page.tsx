import { roomKey } from "@rejoin/protocol";
import { findGame, type RoomState } from "@rejoin/rules/room";
import { startTransition, useEffect, useMemo, useState } from "react";
import { Link } from "react-router";
import { gameIn, type ReplayLog } from "../connection/replay-log";
import { RoomContext, useRoom } from "../connection/room";
import { useReplay } from "../connection/use-replay";
import { useAttention } from "../features/attention/use-attention";
import { SeatsAround } from "../features/seats/seats";
import { Table } from "../features/table/table";
import { EntriesProvider, useWords } from "../features/thread/entries";
import { Thread } from "../features/thread/thread";
import { TimeMachine } from "../features/time-machine/time-machine";
import { gameName } from "../texts/game-words";
import { laterTexts } from "../texts/later-texts";
import { refusalWords } from "../texts/refusal-words";
import { texts } from "../texts/texts";
import type { Moment } from "../time/moment";
import { prepareInSlices } from "../time/prepare-in-slices";
import { replayedRoom } from "../time/replayed-room";
import { ShownRoom } from "../time/shown-room";
import { TimeProvider, useTime } from "../time/time";
import { Timeline } from "../time/timeline";
import { buttonLook } from "../ui/button";
import { spacedCode } from "../ui/spaced-code";
import { useDescription } from "../ui/use-description";
import { NoReplay } from "./no-replay";
import { ReplayHeader } from "./replay-header";
import { ReplayWaiting } from "./replay-waiting";
import { TrimmedReplay } from "./trimmed-replay";
import { seqInAddress, useMomentInAddress } from "./use-moment-in-address";
import "./room.css";

/** @param room an id or a code, as the address says it */
export default function ReplayPage({ room }: { room: string }) {
  const key = roomKey.safeParse(room);
  if (!key.success) return <NoReplay reason={laterTexts.time.replay.malformed(room)} />;
  return <Fetched of={key.data} />;
}

/** A replay: fetched whole, and then a table that is only looked at. */
function Fetched({ of: key }: { of: string }) {
  const { replay, again } = useReplay(key);
  if (replay.kind === "fetching") return <ReplayWaiting fetched={replay.fetched} head={replay.head} />;
  if (replay.kind === "fetched") {
    const { log } = replay;
    if (log.first > 1 && !log.base) return <TrimmedReplay roomKey={key} log={log} />;
    return isKnown(log) ? <Whole log={log} /> : <NoReplay reason={texts.games.unknown} />;
  }
  const { refusal } = replay;
  if (refusal.code === "room-not-found")
    return <NoReplay reason={laterTexts.time.replay.notFound(spacedCode(key))} />;
  return <NoReplay reason={refusalWords(refusal)} again={again} />;
}

/** Whether this page has the rules of the game that the log is about. */
function isKnown(log: ReplayLog): boolean {
  const game = gameIn(log);
  return game !== null && findGame(game) !== undefined;
}

function Whole({ log }: { log: ReplayLog }) {
  const [timeline, setTimeline] = useState<Timeline | null>(null);
  useEffect(() => {
    const whole = new Timeline(log.base ?? { seq: 0, state: null }, log.events);
    return prepareInSlices(whole, () => startTransition(() => setTimeline(whole)));
  }, [log]);
  const room = useMemo(() => timeline && replayedRoom(log, timeline), [log, timeline]);
  const [wanted, want] = useState<Moment>(() => ({ kind: "past", seq: seqInAddress() ?? log.head }));
  if (!timeline || !room) return <ReplayWaiting fetched={log.events.length} head={log.events.length} />;
  return (
    <RoomContext value={room}>
      <TimeProvider wanted={wanted} want={want} timeline={timeline} newest={log.head}>
        <EntriesProvider>
          <Replay timeline={timeline} gone={log.first - 1} />
        </EntriesProvider>
      </TimeProvider>
    </RoomContext>
  );
}

function namesIn({ seats }: RoomState): string[] {
  return seats.flatMap((seat) => (seat ? [seat.name] : []));
}

/** The way to a table that still goes on. */
function ToTable() {
  const { state } = useRoom();
  if (state.phase.kind === "closed") return null;
  return (
    <Link to={`/r/${state.code}`} className={buttonLook("primary", "px-4 text-sm")}>
      {laterTexts.time.replay.toTable}
    </Link>
  );
}

/** @param gone how many of the oldest events are not kept any more */
function Replay({ timeline, gone }: { timeline: Timeline; gone: number }) {
  const { state } = useRoom();
  const words = useWords();
  const { shown, show } = useTime();
  const t = laterTexts.time.replay;
  const note = gone > 0 ? `${t.noMoves} ${t.gone(gone)}` : t.noMoves;
  const wordsAt = (seq: number): string => (seq <= gone ? t.before : words(seq));
  useAttention({ title: t.title(state.title), yourTurn: false });
  useDescription(t.description(state.title, gameName(state.game), namesIn(state), timeline.last));
  useMomentInAddress(shown, show);
  return (
    <div className="room" data-game={state.game}>
      <ReplayHeader />
      <main className="room-table grid content-start gap-3 px-3 pt-1 pb-3 sm:px-6 lg:[align-content:safe_center] lg:gap-6 lg:pb-8">
        <ShownRoom>
          <SeatsAround>
            <Table />
          </SeatsAround>
        </ShownRoom>
        <TimeMachine timeline={timeline} words={wordsAt} note={note} exits={<ToTable />} />
      </main>
      <section
        aria-label={laterTexts.thread.title}
        className="room-thread flex min-h-0 flex-col bg-raised pt-3 lg:pt-0"
      >
        <h2 className="hidden min-h-16 items-center px-5 font-display text-2xl font-bold lg:flex">
          {laterTexts.thread.title}
        </h2>
        <Thread />
      </section>
    </div>
  );
}
